using ComposeX.Syntax;

namespace Acme.ComposeX.Mail;

/// <summary>Findings about senders.</summary>
public static class MailDiagnostics
{
    public static Diagnostic NoSender(string name, Location location) =>
        Diagnostic.Error("CXMAIL01", location, $"\"{name}\" sends from nowhere. Set \"EmailIdentity\" in its Properties to a domain or an address of yours, such as news.example.com.");
}
