namespace Parameterize.Experiments.Sweeps;

/// <summary>Reads the bytes of a results file and decides where its whole lines end.</summary>
/// <param name="Results">The results in file order, an id as often as it is there.</param>
/// <param name="WholeLength">Bytes up to the end of the last whole line; what lies behind was torn by a kill.</param>
/// <param name="EndsWithNewline">False when the last whole line lacks its newline (a kill between the two, or an editor).</param>
internal sealed record ResultFile(IReadOnlyList<TrialResult> Results, long WholeLength, bool EndsWithNewline)
{
    /// <summary>Parses a file's bytes.</summary>
    /// <exception cref="InvalidDataException">A line is not a result, nor is it the last one and the beginning of a result.</exception>
    public static ResultFile Parse(ReadOnlySpan<byte> bytes, string path)
    {
        var results = new List<TrialResult>();
        int start = bytes.StartsWith(ByteOrderMark) ? ByteOrderMark.Length : 0, line = 0;
        while (start < bytes.Length)
        {
            line++;
            var length = bytes[start..].IndexOf((byte)'\n');
            var last = length < 0;
            var text = last ? bytes[start..] : bytes.Slice(start, length);
            var result = ResultLine.TryRead(text);

            // A JSON object is never the beginning of another one, so a last line that parses is whole even without its newline.
            if (result is null && last && ResultLine.IsTorn(text))
            {
                return new ResultFile(results, start, true);
            }

            if (result is null && !IsBlank(text))
            {
                throw Corrupt(path, line);
            }

            if (result is not null)
            {
                results.Add(result);
            }

            if (last)
            {
                return new ResultFile(results, bytes.Length, false);
            }

            start += length + 1;
        }

        return new ResultFile(results, bytes.Length, true);
    }

    // Editors and shells of Windows write it in front of a text.
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    private static bool IsBlank(ReadOnlySpan<byte> text) => text.Trim(" \t\r"u8).IsEmpty;

    private static InvalidDataException Corrupt(string path, int line) => new(
        $"{path}, line {line}: not a trial result (one JSON object a line, with an \"id\" and the settings, numbers and series of a " +
        "trial). " +
        "The file was left as it is. Is it another one than you meant? Otherwise delete that line, and its trial runs again.");
}
