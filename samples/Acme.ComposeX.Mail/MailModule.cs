using System.Collections.Generic;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace Acme.ComposeX.Mail;

/// <summary><c>x-mail</c>: domains and addresses that services send mail from, through Amazon SES.</summary>
public sealed class MailModule : Module
{
    public override string Key => "x-mail";

    public override string Type => "AWS::SES::EmailIdentity";

    public override IReadOnlyList<ModuleAttribute> Attributes { get; } =
    [
        new("Sender", null) { Export = "MailSender" },
        new("Arn", null) { Export = "MailArn" },
    ];

    // https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsimpleemailservicev2.html
    public override IReadOnlyList<AccessSet> Access { get; } =
    [
        AccessSet.OnResource("Send", "ses:SendEmail", "ses:SendRawEmail"),
    ];

    // "from: {}" under "x-mail" says nothing of who sends.
    public override object? Bind(Declaration declaration, DiagnosticBag diagnostics)
    {
        if (declaration.IsNew && declaration.Properties?["EmailIdentity"] is null)
        {
            diagnostics.Add(MailDiagnostics.NoSender(declaration.Name, declaration.Origin));
        }

        return base.Bind(declaration, diagnostics);
    }

    // CloudFormation knows the domain or address alone; IAM wants an ARN.
    public override CfnValue? AttributeOf(Declaration declaration, ModuleAttribute attribute, Location origin, DiagnosticBag diagnostics)
    {
        var sender = base.AttributeOf(declaration, attribute, origin, diagnostics);
        return attribute.Name == "Arn" && sender is not null && declaration.Found is null
            ? new Cfn(origin).Sub("arn:${AWS::Partition}:ses:${AWS::Region}:${AWS::AccountId}:identity/${Sender}", ("Sender", sender))
            : sender;
    }
}
