namespace ComposeX.Modules.Alarms;

/// <summary>A piece of an expression on alarms: text as CloudWatch takes it, or the name of an alarm.</summary>
internal readonly record struct Piece(string Text, bool IsAlarm);
