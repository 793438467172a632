using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using ComposeX.Deploy.Aws.Wire;

namespace ComposeX.Deploy.Lookups.Readers;

/// <summary>Reads a certificate, which must be issued: no listener takes another.</summary>
internal static class CertificateReader
{
    public static async Task<JsonObject?> ReadAsync(Reading reading)
    {
        var answer = await reading.Aws[AwsService.Certificates].JsonAsync("DescribeCertificate", new JsonObject { ["CertificateArn"] = reading.ArnOrIdentifier }, reading.Cancellation).ConfigureAwait(false);
        var certificate = answer["Certificate"];
        var status = DocumentPath.Text(certificate, "Status");
        if (status is not (null or "ISSUED"))
            throw reading.Unfit($"the certificate's state is \"{status}\", and it must be \"ISSUED\".");
        var waiting = (certificate?["DomainValidationOptions"] as JsonArray)?.FirstOrDefault(option => DocumentPath.Text(option, "ValidationStatus") is not (null or "SUCCESS"));
        if (waiting is not null)
            throw reading.Unfit($"its domain \"{DocumentPath.Text(waiting, "DomainName")}\" is not validated.");
        return new JsonObject { ["CertificateArn"] = DocumentPath.Find(certificate, "CertificateArn"), ["DomainName"] = DocumentPath.Find(certificate, "DomainName") };
    }
}
