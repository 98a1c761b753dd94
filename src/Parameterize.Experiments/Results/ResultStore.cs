using System.Text;

namespace Parameterize.Experiments;

/// <summary>
/// Results as JSON lines: append-only, one trial a line, so that a killed run goes on where it was and the files of several machines
/// concatenate. One process writes a file at a time; trials of one process may end on several threads.
/// </summary>
public sealed class ResultStore : IDisposable
{
    private readonly FileStream stream;
    private readonly FileStream guard;
    private readonly Dictionary<string, TrialResult> byId;
    private readonly Lock gate = new();

    private ResultStore(string path, FileStream stream, FileStream guard, ResultFile file)
    {
        Path = path;
        this.stream = stream;
        this.guard = guard;
        byId = file.Results.DistinctBy(result => result.Id, StringComparer.Ordinal).ToDictionary(result => result.Id, StringComparer.Ordinal);
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>All results so far, in ordinal order of their ids: the same whatever order the trials ended in.</summary>
    public IReadOnlyList<TrialResult> Results
    {
        get
        {
            lock (gate) return Sorted(byId.Values);
        }
    }

    /// <summary>Opens or creates a file for appending. A last line torn by a kill is cut off: its trial simply runs again.</summary>
    /// <exception cref="InvalidDataException">A line before the last is not a result; the message names file and line.</exception>
    /// <exception cref="IOException">
    /// The file cannot be opened, for instance because another process is writing it (a file .lock beside it says so).
    /// </exception>
    public static ResultStore Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var full = System.IO.Path.GetFullPath(path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(full)!);
        var guard = Guard(full);
        FileStream? stream = null;
        try
        {
            stream = new FileStream(full, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            var file = ResultFile.Parse(bytes, path);
            if (file.WholeLength < stream.Length) stream.SetLength(file.WholeLength);
            stream.Seek(0, SeekOrigin.End);
            if (!file.EndsWithNewline) stream.WriteByte((byte)'\n');
            stream.Flush(flushToDisk: true);
            return new ResultStore(path, stream, guard, file);
        }
        catch
        {
            stream?.Dispose();
            guard.Dispose();
            throw;
        }
    }

    /// <summary>Reads a file without changing it, also while another process writes; a torn last line is passed over.</summary>
    /// <returns>The results in ordinal order of their ids.</returns>
    /// <exception cref="InvalidDataException">A line before the last is not a result, or two results of one trial differ.</exception>
    public static IReadOnlyList<TrialResult> Read(string path) => Merge([path]);

    /// <summary>
    /// Reads several files into one list, in ordinal order of the ids: the same whatever the order of the files, since a trial that is there twice
    /// must say the same twice.
    /// </summary>
    /// <exception cref="InvalidDataException">A line is not a result, or two results of one trial differ; the message names files.</exception>
    public static IReadOnlyList<TrialResult> Merge(IEnumerable<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var seen = new Dictionary<string, (TrialResult Result, string Path)>(StringComparer.Ordinal);
        foreach (var path in paths)
            foreach (var result in ResultFile.Parse(ReadShared(path), path).Results)
                if (!seen.TryAdd(result.Id, (result, path)) && seen[result.Id] is var first && !first.Result.Equals(result))
                    throw new InvalidDataException(
                        $"Trial '{result.Id}' has two results that differ, in {first.Path} and in {path}. A trial is settled by its id, so one " +
                        "comes from other code, another number of threads or another kind of machine: leave one of the two files out.");
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

    /// <summary>Whether a trial is already done.</summary>
    public bool Contains(string id)
    {
        lock (gate) return byId.ContainsKey(id);
    }

    /// <summary>Writes one line and flushes it to the disk before it returns.</summary>
    /// <exception cref="InvalidOperationException">The store already holds a result of that id.</exception>
    public void Append(TrialResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentException.ThrowIfNullOrEmpty(result.Id);
        var line = Encoding.UTF8.GetBytes(ResultLine.Write(result) + "\n");
        lock (gate)
        {
            if (!byId.TryAdd(result.Id, result))
                throw new InvalidOperationException(
                    $"{Path} already holds a result of trial '{result.Id}'; ask Contains before running it.");
            var before = stream.Length;
            try
            {
                stream.Write(line);
                stream.Flush(flushToDisk: true);
            }
            catch (IOException)
            {
                // A full disk must not leave half a line in front of the next one.
                byId.Remove(result.Id);
                stream.SetLength(before);
                throw;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        stream.Dispose();
        guard.Dispose();
    }

    // Outside Windows, only a file that is shared with nobody is locked against a second writer; readers must stay free, so the lock is
    // beside it. It stays behind: were it deleted, a process that has opened it and not yet locked it would lock what is gone, while the next
    // one locks a new file, and both would write. A kill releases it.
    private static FileStream Guard(string path)
    {
        try
        {
            return new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException error)
        {
            throw new IOException(
                $"{path} is being written by another process: give each its own file (they concatenate), or wait for it.", error);
        }
    }

    private static byte[] ReadShared(string path)
    {
        using var reader = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var copy = new MemoryStream();
        reader.CopyTo(copy);
        return copy.ToArray();
    }

    private static List<TrialResult> Sorted(IEnumerable<TrialResult> results) =>
        [.. results.OrderBy(one => one.Id, StringComparer.Ordinal)];
}
