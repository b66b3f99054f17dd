namespace Infra.Automation.Local;

/// <summary>One service, as a real request found it.</summary>
/// <param name="Name"><c>s3</c> or <c>postgres</c>.</param>
/// <param name="Endpoint">Where it listens.</param>
/// <param name="Healthy">Whether a signed S3 request, or an SQL query, was answered.</param>
/// <param name="Problem">What went wrong with that request; null when healthy.</param>
/// <param name="Data">The folder of its data; null when somebody else runs it.</param>
/// <param name="Credentials">The file that holds its credentials.</param>
public sealed record ServiceStatus(
    string Name, string Endpoint, bool Healthy, string? Problem, string? Data, string Credentials);
