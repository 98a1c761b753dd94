using System.Collections.Immutable;

namespace Parameterize.Experiments.Corpora;

/// <summary>The most frequent characters of a text, and one symbol for all others.</summary>
public sealed class CharacterVocabulary
{
    private readonly int[] _codes;

    private CharacterVocabulary(ImmutableArray<char> characters)
    {
        Characters = characters;
        _codes = new int[char.MaxValue + 1];
        Array.Fill(_codes, characters.Length);
        for (var i = 0; i < characters.Length; i++)
        {
            _codes[characters[i]] = i;
        }
    }

    /// <summary>Characters by falling frequency, ties by code point; the code of a character is its place here.</summary>
    public ImmutableArray<char> Characters { get; }

    /// <summary>Code of every character that is not in <see cref="Characters"/>: the last code.</summary>
    public int Unknown => Characters.Length;

    /// <summary>How many codes there are, the unknown one included: what an embedding and a readout must hold.</summary>
    public int Count => Characters.Length + 1;

    /// <summary>Counts the characters (UTF-16 code units) of a text.</summary>
    /// <param name="text">Any text, not empty.</param>
    /// <param name="mostFrequent">How many to keep, at least 1; fewer are kept when the text has fewer.</param>
    /// <exception cref="ArgumentException">The text is empty.</exception>
    public static CharacterVocabulary Of(ReadOnlySpan<char> text, int mostFrequent)
    {
        if (text.IsEmpty)
        {
            throw new ArgumentException("A vocabulary needs text.", nameof(text));
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(mostFrequent, 1);

        var counts = new long[char.MaxValue + 1];
        foreach (var letter in text)
        {
            counts[letter]++;
        }

        return new CharacterVocabulary(
        [
            .. Enumerable.Range(0, counts.Length)
                .Where(code => counts[code] > 0)
                .OrderByDescending(code => counts[code]).ThenBy(code => code)
                .Take(mostFrequent)
                .Select(code => (char)code),
        ]);
    }

    /// <summary>The codes of a text, one per UTF-16 code unit.</summary>
    public int[] Encode(ReadOnlySpan<char> text)
    {
        var encoded = new int[text.Length];
        for (var i = 0; i < text.Length; i++)
        {
            encoded[i] = _codes[text[i]];
        }

        return encoded;
    }

    /// <summary>Text of codes; the unknown one becomes U+FFFD.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A code is not of this vocabulary.</exception>
    public string Decode(ReadOnlySpan<long> encoded)
    {
        var text = new char[encoded.Length];
        for (var i = 0; i < encoded.Length; i++)
        {
            var code = encoded[i];
            if (code < 0 || code > Unknown)
            {
                throw new ArgumentOutOfRangeException(nameof(encoded), code, $"Codes of this vocabulary are 0 to {Unknown}.");
            }

            text[i] = code == Unknown ? '\uFFFD' : Characters[(int)code];
        }

        return new string(text);
    }
}
