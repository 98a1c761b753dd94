using System.Text;
using Microsoft.CodeAnalysis;

namespace Parameterize.Tool.Annotate;

/// <summary>A file that is written anew: whole or not at all, with the mark at its start and the rights that it had.</summary>
internal static class SourceFile
{
    public static void Write(SyntaxTree tree)
    {
        var path = tree.FilePath;
        var text = tree.GetText().ToString();
        var temporary = $"{path}.{Environment.ProcessId}.tmp";
        try
        {
            File.WriteAllText(temporary, text, EncodingOf(path));
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(temporary, File.GetUnixFileMode(path));
            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static Encoding EncodingOf(string path)
    {
        using var reader = new StreamReader(path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), detectEncodingFromByteOrderMarks: true);
        reader.Peek();
        return reader.CurrentEncoding;
    }
}
