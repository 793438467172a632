using System.Linq;
using System.Text;
using ComposeX.CloudFormation.Values;

namespace ComposeX.CloudFormation.Writing;

/// <summary>Writes values as block-style YAML that YAML 1.1 and 1.2 readers understand alike; functions by their long names.</summary>
internal sealed class YamlValueWriter
{
    private readonly StringBuilder _text = new();

    private YamlValueWriter()
    {
    }

    public static string Write(CfnMap document)
    {
        var writer = new YamlValueWriter();
        writer.WriteMembers(document, 0);
        return writer._text.ToString();
    }

    // The writer stands right behind "key:" or "-".
    private void WriteValue(CfnValue value, int indent, bool inItem)
    {
        switch (value)
        {
            case CfnMap { Members.Count: > 0 } map:
                WriteBlock(map, indent, inItem);
                break;
            case CfnList { Items.Count: > 0 } list:
                WriteItems(list, indent);
                break;
            case CfnFunction function:
                WriteBlock(AsMap(function), indent, inItem);
                break;
            default:
                _text.Append(' ');
                WriteScalar(value, indent);
                break;
        }
    }

    private void WriteBlock(CfnMap map, int indent, bool inItem)
    {
        if (inItem)
            _text.Append(' ');
        else
            _text.Append('\n');
        WriteMembers(map, indent, inItem);
    }

    private void WriteMembers(CfnMap map, int indent, bool firstInPlace = false)
    {
        foreach (var member in map.Members)
        {
            if (!firstInPlace)
                Indent(indent);
            firstInPlace = false;
            _text.Append(YamlScalarText.Of(member.Name)).Append(':');
            WriteValue(member.Value, indent + 1, inItem: false);
        }
    }

    private void WriteItems(CfnList list, int indent)
    {
        _text.Append('\n');
        foreach (var item in list.Items)
        {
            Indent(indent);
            _text.Append('-');
            WriteValue(item, indent + 1, inItem: true);
        }
    }

    private void WriteScalar(CfnValue value, int indent)
    {
        switch (value)
        {
            case CfnString text when YamlScalarText.IsLiteral(text.Value):
                WriteLiteral(text.Value, indent);
                return;
            case CfnString text:
                _text.Append(YamlScalarText.Of(text.Value));
                break;
            case CfnNumber number:
                _text.Append(number.Text);
                break;
            case CfnBoolean boolean:
                _text.Append(boolean.Value ? "true" : "false");
                break;
            case CfnNull:
                _text.Append("null");
                break;
            case CfnList:
                _text.Append("[]");
                break;
            case CfnMap:
                _text.Append("{}");
                break;
            default:
                throw Unwritable.Symbol(value);
        }

        _text.Append('\n');
    }

    private void WriteLiteral(string value, int indent)
    {
        var body = value.TrimEnd('\n');
        var ends = value.Length - body.Length;
        _text.Append('|').Append(ends switch { 0 => "-", 1 => "", _ => "+" }).Append('\n');
        foreach (var line in body.Split('\n').Concat(Enumerable.Repeat("", ends > 1 ? ends - 1 : 0)))
        {
            if (line.Length > 0)
                Indent(indent);
            _text.Append(line).Append('\n');
        }
    }

    private void Indent(int indent) => _text.Append(' ', indent * 2);

    private static CfnMap AsMap(CfnFunction function) =>
        new([new CfnMember(function.Name, function.Argument, function.Origin)], function.Origin);
}
