namespace Infra.Tests.Flows.Evaluation;

/// <summary>The labels of a namespace.</summary>
internal delegate IReadOnlyDictionary<string, string> NamespaceLabels(string name);
