namespace Evidence.Pipeline.Sources;

/// <summary>
/// Media types of the files that evidence comes in, by their extension. A hint for readers, never relied on.
/// </summary>
internal static class MediaTypes
{
    public static string Of(string path) => Path.GetExtension(path).ToUpperInvariant() switch
    {
        ".JSON" => "application/json",
        ".SARIF" => "application/sarif+json",
        ".XML" => "application/xml",
        ".YAML" or ".YML" => "application/yaml",
        ".PDF" => "application/pdf",
        ".ZIP" => "application/zip",
        ".GZ" or ".TGZ" => "application/gzip",
        ".TXT" or ".LOG" => "text/plain",
        ".MD" => "text/markdown",
        ".CSV" => "text/csv",
        ".HTML" or ".HTM" => "text/html",
        ".PNG" => "image/png",
        ".JPG" or ".JPEG" => "image/jpeg",
        _ => "application/octet-stream",
    };
}
