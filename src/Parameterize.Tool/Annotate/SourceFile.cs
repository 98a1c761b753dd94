using System.Text;
using Microsoft.CodeAnalysis;
using Parameterize.Charts;

namespace Parameterize.Tool.Annotate;

/// <summary>A file that is written anew: whole or not at all, with the mark at its start and the rights that it had.</summary>
internal static class SourceFile
{
    public static void Write(SyntaxTree tree)
    {
        var path = tree.FilePath;
        UnixFileMode? mode = OperatingSystem.IsWindows() ? null : File.GetUnixFileMode(path);
        AtomicFile.Write(path, tree.GetText().ToString(), EncodingOf(path), mode);
    }

    private static Encoding EncodingOf(string path)
    {
        using var reader =
            new StreamReader(path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), detectEncodingFromByteOrderMarks: true);
        reader.Peek();
        return reader.CurrentEncoding;
    }
}
