using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.Json;

namespace Parameterize.Packages.Tests;

/// <summary>The source files that the symbols inside of a dll name, and whether a debugger can have them.</summary>
internal static class DebuggedSources
{
    // Of the format of portable symbols: https://github.com/dotnet/runtime/blob/main/docs/design/specs/PortablePdb-Metadata.md
    private static readonly Guid EmbeddedSource = new("0E8A571B-6926-466E-B4AD-8AB04611F5FE");
    private static readonly Guid SourceLink = new("CC110556-A091-4D38-9FEC-25AB9A351A6A");

    /// <summary>Path, and whether the text is in the symbols or has an address there.</summary>
    public static IReadOnlyDictionary<string, bool> Of(ZipArchiveEntry dll)
    {
        using var content = new MemoryStream();
        using (var entry = dll.Open())
            entry.CopyTo(content);
        content.Position = 0;
        using var assembly = new PEReader(content);
        var directory = assembly.ReadDebugDirectory().Single(one => one.Type == DebugDirectoryEntryType.EmbeddedPortablePdb);
        using var symbols = assembly.ReadEmbeddedPortablePdbDebugDirectoryData(directory);
        var reader = symbols.GetMetadataReader();
        var linked = Linked(reader);
        return reader.Documents.ToDictionary(
            handle => reader.GetString(reader.GetDocument(handle).Name),
            handle => IsEmbedded(reader, handle) || linked.Any(reader.GetString(reader.GetDocument(handle).Name).StartsWith));
    }

    // Four bytes say how long the text is, and it is packed; or they are 0, and it is not.
    private static bool IsEmbedded(MetadataReader reader, DocumentHandle document)
    {
        if (Find(reader, document, EmbeddedSource) is not { } blob)
            return false;
        var length = BitConverter.ToInt32(blob, 0);
        using var packed = new MemoryStream(blob, 4, blob.Length - 4);
        if (length == 0)
            return packed.Length > 0;
        using var text = new MemoryStream();
        using (var inflated = new DeflateStream(packed, CompressionMode.Decompress))
            inflated.CopyTo(text);
        return text.Length == length;
    }

    // {"documents": {"/folder/*": "https://host/commit/*"}}
    private static string[] Linked(MetadataReader reader)
    {
        if (Find(reader, EntityHandle.ModuleDefinition, SourceLink) is not { } blob)
            return [];
        using var map = JsonDocument.Parse(blob);
        return
        [
            .. map.RootElement.GetProperty("documents").EnumerateObject()
                .Where(one => one.Value.GetString()!.StartsWith("https://", StringComparison.Ordinal))
                .Select(one => one.Name.TrimEnd('*')),
        ];
    }

    private static byte[]? Find(MetadataReader reader, EntityHandle parent, Guid kind) => reader.GetCustomDebugInformation(parent)
        .Select(reader.GetCustomDebugInformation)
        .Where(one => reader.GetGuid(one.Kind) == kind)
        .Select(one => reader.GetBlobBytes(one.Value))
        .FirstOrDefault();
}
