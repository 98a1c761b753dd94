using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using Parameterize.Charts;

namespace Parameterize.Experiments.Sweeps;

/// <summary>
/// Results as JSON lines: append-only, one trial a line, so that a killed run goes on where it was and the files of several machines
/// concatenate. One store writes a file at a time, by whatever name it was opened; trials of one process may end on several threads.
/// </summary>
/// <remarks>
/// A file is only ever appended to, or cut back over the beginning of a result that a kill left behind its last line. Anything else that is
/// not a result makes it somebody's own file: it is refused, and stays as it is. While a store has it open, <see cref="Read"/> and programs
/// that ask for no lock read it; outside Windows <see cref="File.ReadAllText(string)"/> and its like are refused until the store is closed.
/// A store is of one maker (<see cref="TrialMaker"/>), which each line names: a file with results of another one is refused.
/// </remarks>
public sealed class ResultStore : IDisposable
{
    private readonly FileStream _stream;
    private readonly Dictionary<string, TrialResult> _byId;
    private readonly Lock _gate = new();
    private ResultFile? _unmended;

    private ResultStore(string path, string madeBy, FileStream stream, ResultFile file)
    {
        (Path, MadeBy) = (path, madeBy);
        _stream = stream;
        _unmended = file;
        _byId = file.Results.DistinctBy(result => result.Id, StringComparer.Ordinal)
            .ToDictionary(result => result.Id, StringComparer.Ordinal);
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>What makes the results that are appended, and made those that are there.</summary>
    public string MadeBy { get; }

    /// <summary>All results so far, in ordinal order of their ids: the same whatever order the trials ended in.</summary>
    public IReadOnlyList<TrialResult> Results
    {
        get
        {
            lock (_gate)
            {
                return Sorted(_byId.Values);
            }
        }
    }

    /// <summary>Opens or creates a file for results that the calling assembly makes, with what it references.</summary>
    /// <exception cref="InvalidDataException">As of the other overload.</exception>
    /// <exception cref="IOException">As of the other overload.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static ResultStore Open(string path) => Open(path, TrialMaker.Of(Assembly.GetCallingAssembly()));

    /// <summary>
    /// Opens or creates a file for appending. The beginning of a result behind the last line, torn by a kill, is cut off by the first
    /// result that is appended: its trial simply runs again.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="madeBy">What makes its results, see <see cref="TrialMaker"/>.</param>
    /// <exception cref="InvalidDataException">
    /// The file holds what is not a result, or results that something else made; the message says what to do.
    /// </exception>
    /// <exception cref="IOException">
    /// The file cannot be opened, for instance because another store is writing it, under this name or another (a symbolic or hard link).
    /// </exception>
    public static ResultStore Open(string path, string madeBy)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(madeBy);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!);
        var stream = SharedFile.OpenToWrite(path);
        try
        {
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            var file = ResultFile.Parse(bytes, path);
            MakerConflict.Refuse(path, madeBy, file.Results);
            return new ResultStore(path, madeBy, stream, file);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>Reads a file without changing it, also while another process writes; a torn last line is passed over.</summary>
    /// <returns>The results in ordinal order of their ids.</returns>
    /// <exception cref="InvalidDataException">As of <see cref="Merge"/>.</exception>
    public static IReadOnlyList<TrialResult> Read(string path) => Merge([path]);

    /// <summary>
    /// Reads several files into one list, in ordinal order of the ids: the same whatever the order of the files, since a trial that is
    /// there twice must say the same twice.
    /// </summary>
    /// <exception cref="InvalidDataException">
    /// A line is not a result, an experiment has results of two makers, or two results of one trial differ; the message names files.
    /// </exception>
    public static IReadOnlyList<TrialResult> Merge(IEnumerable<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var seen = new Dictionary<string, (TrialResult Result, string Path)>(StringComparer.Ordinal);
        var makers = new Dictionary<string, (TrialResult Result, string Path)>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            foreach (var result in ResultFile.Parse(SharedFile.ReadAllBytes(path), path).Results)
            {
                if (!makers.TryAdd(TrialId.ExperimentOf(result.Id), (result, path)))
                {
                    MakerConflict.Refuse(makers[TrialId.ExperimentOf(result.Id)], (result, path));
                }

                if (!seen.TryAdd(result.Id, (result, path)))
                {
                    MakerConflict.RefuseDifference(seen[result.Id], (result, path));
                }
            }
        }

        return Sorted(seen.Values.Select(one => one.Result));
    }

    /// <summary>Results as the lines of a file, in the order given, each with its newline.</summary>
    public static string ToLines(IEnumerable<TrialResult> results)
    {
        ArgumentNullException.ThrowIfNull(results);
        return string.Concat(results.Select(result => ResultLine.Write(result) + "\n"));
    }

    /// <summary>Writes a file of results in the order given: whole or not at all.</summary>
    public static void Write(string path, IEnumerable<TrialResult> results) => AtomicFile.Write(path, ToLines(results));

    /// <summary>How many results of a file something else made; 0 if there is no file.</summary>
    internal static int CountOfOthers(string path, string madeBy) =>
        File.Exists(path) ? MakerConflict.Count(madeBy, ResultFile.Parse(SharedFile.ReadAllBytes(path), path).Results) : 0;

    /// <summary>Whether a trial is already done.</summary>
    public bool Contains(string id)
    {
        lock (_gate)
        {
            return _byId.ContainsKey(id);
        }
    }

    /// <summary>Writes one line and flushes it to the disk before it returns.</summary>
    /// <exception cref="InvalidOperationException">The store already holds a result of that id.</exception>
    public void Append(TrialResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentException.ThrowIfNullOrEmpty(result.Id);
        result = result with { MadeBy = MadeBy };
        var line = Encoding.UTF8.GetBytes(ResultLine.Write(result) + "\n");
        lock (_gate)
        {
            if (!_byId.TryAdd(result.Id, result))
            {
                throw new InvalidOperationException(
                    $"{Path} already holds a result of trial '{result.Id}'; ask Contains before running it.");
            }

            var before = _stream.Length;
            try
            {
                Mend();
                before = _stream.Length;
                _stream.Write(line);
                _stream.Flush(flushToDisk: true);
            }
            catch (IOException)
            {
                // A full disk must not leave half a line in front of the next one.
                _byId.Remove(result.Id);
                _stream.SetLength(before);
                throw;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();

    // Not before there is a result to write: a run that fails first leaves the file as it was.
    private void Mend()
    {
        if (_unmended is not { } file)
        {
            return;
        }

        if (file.WholeLength < _stream.Length)
        {
            _stream.SetLength(file.WholeLength);
        }

        _stream.Seek(0, SeekOrigin.End);
        if (!file.EndsWithNewline)
        {
            _stream.WriteByte((byte)'\n');
        }

        _unmended = null;
    }

    private static List<TrialResult> Sorted(IEnumerable<TrialResult> results) =>
        [.. results.OrderBy(one => one.Id, StringComparer.Ordinal)];
}
