using System;
using System.IO;
using System.Text;
using ComposeX.Deploy;

if (args is not [var requestPath])
{
    Console.Error.WriteLine("usage: ComposeX.Deploy <request file>");
    return 1;
}

using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
using var interruption = Interruption.Watch();
return (int)await DeployProgram.RunAsync(requestPath, new DeployHost(output) { Stop = interruption.Stop });
