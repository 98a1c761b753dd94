using System.Text;

namespace Parameterize.Experiments.Corpora;

/// <summary>
/// Real text to train on, without a download: the XML documentation of the SDK's reference packs, or any file. The markup is kept, as
/// part of what the model learns; only line ends are made <c>\n</c> and a byte-order mark is dropped, so that the text is the same on
/// every system.
/// </summary>
public sealed class CharacterCorpus
{
    private CharacterCorpus(string text, string source)
    {
        Text = text;
        Source = source;
    }

    /// <summary>The whole text.</summary>
    public string Text { get; }

    /// <summary>Where it is from, for a report: <c>Microsoft.NETCore.App.Ref 10.0.1, 12 files</c>. No directory names.</summary>
    public string Source { get; }

    /// <summary>
    /// Reads the documentation files of the newest Microsoft.NETCore.App.Ref pack in ordinal order of their names, whole files, until
    /// there are enough characters. The same pack gives the same text.
    /// </summary>
    /// <param name="minimumCharacters">How many characters there must be at least; the pack holds some 30 million.</param>
    /// <exception cref="FileNotFoundException">No dotnet root has such a pack; the message says where it looked and what to do.</exception>
    /// <exception cref="InvalidDataException">The pack has fewer characters than asked for.</exception>
    public static CharacterCorpus FromReferencePacks(long minimumCharacters = 1_000_000) =>
        FromReferencePacks(DotnetRoots.Candidates(), minimumCharacters);

    /// <summary>Reads one file as UTF-8.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is empty.</exception>
    public static CharacterCorpus FromFile(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"The corpus file '{path}' does not exist; --corpus takes a UTF-8 text file.", path);
        }

        var text = Read(path);
        return text.Length > 0 ? Of(text, Path.GetFileName(path)) : throw new InvalidDataException($"The corpus file '{path}' is empty.");
    }

    /// <summary>A text that is at hand.</summary>
    /// <param name="text">Any text, not empty.</param>
    /// <param name="source">What to call it in a report.</param>
    public static CharacterCorpus Of(string text, string source)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        return new CharacterCorpus(text, source);
    }

    /// <summary>The text in codes, with a vocabulary of its most frequent characters.</summary>
    /// <param name="mostFrequent">Characters to keep; the vocabulary counts one more, for all others.</param>
    public EncodedCorpus Encode(int mostFrequent)
    {
        var vocabulary = CharacterVocabulary.Of(Text, mostFrequent);
        return new EncodedCorpus(vocabulary, vocabulary.Encode(Text));
    }

    internal static CharacterCorpus FromReferencePacks(IEnumerable<string> roots, long minimumCharacters)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(minimumCharacters, 1);
        var pack = ReferencePack.Newest(roots);
        var text = new StringBuilder();
        var files = 0;
        foreach (var file in pack.Documentation)
        {
            text.Append(Read(file));
            files++;
            if (text.Length >= minimumCharacters)
            {
                return Of(text.ToString(), $"{ReferencePack.Name} {pack.Version}, {files} files");
            }
        }

        throw new InvalidDataException(
            $"The documentation of {ReferencePack.Name} {pack.Version} ({pack.Directory}) has {text.Length} characters, and " +
            $"{minimumCharacters} were asked for: ask for fewer, or pass a larger text with --corpus FILE.");
    }

    private static string Read(string path) => File.ReadAllText(path, Encoding.UTF8).ReplaceLineEndings("\n");
}
