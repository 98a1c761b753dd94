using System.CommandLine;
using Parameterize.Experiments.Sweeps;

namespace Parameterize.Tool.Sweep;

/// <summary>Files of results, as arguments.</summary>
internal static class ResultFiles
{
    public static Argument<FileInfo[]> Argument() =>
        new("FILES") { Description = "Files of results (.jsonl).", Arity = ArgumentArity.OneOrMore };

    /// <summary>Each trial once, in the order of the ids.</summary>
    /// <exception cref="UserException">A file is missing, is no such file, or they disagree.</exception>
    public static IReadOnlyList<TrialResult> Read(FileInfo[] files)
    {
        var missing = files.Where(file => !file.Exists).Select(file => file.ToString()).ToArray();
        if (missing.Length > 0)
        {
            throw new UserException($"No such file: {string.Join(", ", missing)}.");
        }

        return ResultStore.Merge(files.Select(file => file.ToString()));
    }
}
