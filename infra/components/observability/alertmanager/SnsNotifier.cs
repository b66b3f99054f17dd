namespace Infra.Components.Observability.Alertmanager;

/// <summary>Publishes to an SNS topic, signed with the pod's own identity: there is no secret.</summary>
/// <param name="TopicArn">The topic.</param>
/// <param name="Region">The topic's region.</param>
public sealed record SnsNotifier(string TopicArn, string Region) : Notifier;
