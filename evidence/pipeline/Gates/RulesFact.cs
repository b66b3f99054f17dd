namespace Evidence.Pipeline.Gates;

/// <summary>Which file of the rules the payload of a record is. Its digest is the record's subject.</summary>
/// <param name="File">Name of the file.</param>
public sealed record RulesFact(string File);
