using System.Text.Json;
using System.Text.Json.Serialization;

namespace Infra.Automation.Local;

/// <summary>
/// <c>services.json</c>: what runs on this machine and where. Written before the daemons are started, so that a crash
/// never leaves a daemon on a port that nobody knows. Holds no secret. Paths are relative to the folder, or absolute.
/// </summary>
internal sealed record ServicesDocument
{
    public const string FileName = "services.json";
    public const string CurrentSchema = "strata.local/v1";

    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    public string Schema { get; init; } = CurrentSchema;

    /// <summary>False: the services were attached, and are started and stopped by somebody else.</summary>
    public required bool Managed { get; init; }

    public StoreKind? Store { get; init; }

    /// <summary>Port of Ceph's monitor; null when not managed.</summary>
    public int? MonitorPort { get; init; }

    public required S3Part S3 { get; init; }

    public required PostgresPart Postgres { get; init; }

    public IReadOnlyList<DaemonPart> Daemons { get; init; } = [];

    public sealed record S3Part(Uri Endpoint, string Credentials, string? Data = null);

    public sealed record PostgresPart(
        string Host, int Port, string Database, string User, string Credentials, string? Data = null);

    public sealed record DaemonPart(string Name, int Pid, string Log);

    /// <summary>Reads the document; null when nothing was ever started in this folder.</summary>
    public static async Task<ServicesDocument?> ReadAsync(string folder, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            await using var file = File.OpenRead(path);
            var document = await JsonSerializer.DeserializeAsync<ServicesDocument>(file, _json, cancellationToken);
            return document is { Schema: CurrentSchema }
                ? document
                : throw new LocalServicesException(
                    LocalFailure.Contradiction,
                    $"'{path}' has the schema '{document?.Schema}', and this strata reads '{CurrentSchema}'. "
                    + "Stop the services with the strata that wrote it.");
        }
        catch (JsonException exception)
        {
            throw new LocalServicesException(
                LocalFailure.Contradiction,
                $"'{path}' cannot be read: {exception.Message} Delete the file and run `strata local up`: "
                + "it is written anew, and no data is in it.",
                exception);
        }
    }

    /// <summary>Writes the document, whole or not at all.</summary>
    public async Task WriteAsync(string folder, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, FileName);
        await File.WriteAllBytesAsync($"{path}.new", JsonSerializer.SerializeToUtf8Bytes(this, _json), cancellationToken);
        File.Move($"{path}.new", path, overwrite: true);
    }
}
