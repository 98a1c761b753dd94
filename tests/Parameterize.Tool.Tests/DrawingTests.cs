using Parameterize.Tool.Tests.Kit;
using Parameterize.Tool.Tests.Subjects;

namespace Parameterize.Tool.Tests;

/// <summary>
/// Trials that draw from libtorch's default generator: the same command gives the same numbers, however many run at once.
/// </summary>
public sealed class DrawingTests : IDisposable
{
    private static readonly string[] Sweep = ["sweep", ToolRun.OwnAssembly, "--experiment", nameof(DrawingExperiment)];
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Same_command_same_bytes_at_any_number_of_jobs()
    {
        var one = await Of("--jobs", "1");
        Assert.Equal(one, await Of("--jobs", "2"));
        Assert.Equal(one, await Of("--jobs", "3"));
        Assert.Equal(16, one.Count(letter => letter == '\n'));
        Assert.Equal(
            16,
            one.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line[line.IndexOf("\"loss\"", StringComparison.Ordinal)..]).Distinct().Count());
    }

    [Fact]
    public async Task A_trial_alone_and_one_behind_others_are_the_same()
    {
        var file = _folder.File("part.jsonl");
        await Of("--shard", "2/2", "--output", file, "--jobs", "1");
        foreach (var line in File.ReadLines(file).Take(2))
            Assert.Equal(line + "\n", await Of("--trial", line.Split('"')[3]));
    }

    private static async Task<string> Of(params string[] arguments) =>
        (await ToolProcess.Finish(ToolProcess.Start([.. Sweep, .. arguments]))).Expect(0).Output;
}
