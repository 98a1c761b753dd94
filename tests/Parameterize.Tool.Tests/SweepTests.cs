using Parameterize.Experiments.Sweeps;
using Parameterize.Tool.Loading;
using Parameterize.Tool.Tests.Kit;
using Parameterize.Tool.Tests.Subjects;

namespace Parameterize.Tool.Tests;

public sealed class SweepTests : IDisposable
{
    private const string First = "TinyExperiment/width=1/seed=0";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Plan_prints_one_id_a_line_and_shards_are_a_partition_of_it()
    {
        var plan = (await Sweep("--plan")).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(new TinyExperiment().Trials.Select(trial => trial.Id), plan);
        var parts = new List<string>();
        for (var part = 1; part <= 7; part++)
        {
            var shard = (await Sweep("--plan", "--shard", $"{part}/7")).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            Assert.InRange(shard.Length, plan.Length / 7, plan.Length / 7 + 1);
            parts.AddRange(shard);
        }

        Assert.Equal(plan.Order(StringComparer.Ordinal), parts.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Shards_and_jobs_and_single_trials_merge_to_the_same_bytes()
    {
        string whole = _folder.File("whole.jsonl"), one = _folder.File("one.jsonl"), two = _folder.File("two.jsonl");
        await Sweep("--output", whole, "--jobs", "1");
        await Sweep("--output", one, "--shard", "1/2", "--jobs", "4");
        await Sweep("--output", two, "--shard", "2/2");
        var single = _folder.Write("single.jsonl", (await Sweep("--trial", First)).Output);
        var expected = (await ToolRun.Of("merge", whole)).Expect(0).Output;

        Assert.Equal(TinyExperiment.Count, expected.Count(letter => letter == '\n'));
        Assert.Equal(expected, (await ToolRun.Of("merge", two, single, one)).Expect(0).Output);
        (await ToolRun.Of("merge", one, two, "--output", _folder.File("merged.jsonl"))).Expect(0);
        Assert.Equal(expected, File.ReadAllText(_folder.File("merged.jsonl")));

        var before = File.ReadAllBytes(whole);
        Assert.Equal(
            $"TinyExperiment: 0 trials run, 150 of 150 reused from {whole}, made by the same build; delete it to run anew\n",
            (await Sweep("--output", whole, "--resume")).Error);
        Assert.Equal(before, File.ReadAllBytes(whole));
    }

    [Fact]
    public async Task Results_are_merged_as_a_table_for_other_programs()
    {
        var file = _folder.Write(
            "one.jsonl",
            "{\"id\":\"x/a=1\",\"settings\":{\"a\":\"1\",\"text\":\"q, \\\"r\\\"\"},\"numbers\":{\"loss\":\"NaN\"}}\n"
                + "{\"id\":\"x/a=2\",\"numbers\":{\"loss\":0.1}}\n");
        var expected = "id,madeBy,a,text,loss\nx/a=1,,1,\"q, \"\"r\"\"\",NaN\nx/a=2,,,,0.1\n";
        Assert.Equal(expected, (await ToolRun.Of("merge", file, "--csv")).Expect(0).Output);
        (await ToolRun.Of("merge", file, "--csv", "--output", _folder.File("all.csv"))).Expect(0);
        Assert.Equal(expected, File.ReadAllText(_folder.File("all.csv")));
    }

    [Fact]
    public async Task Results_that_differ_do_not_merge()
    {
        var one = _folder.Write("one.jsonl", "{\"id\":\"a\",\"numbers\":{\"x\":1}}\n");
        var two = _folder.Write("two.jsonl", "{\"id\":\"a\",\"numbers\":{\"x\":2}}\n");
        var run = (await ToolRun.Of("merge", one, two, "--output", _folder.File("all.jsonl"))).Expect(2);
        Assert.Contains("Trial 'a' has two results that differ", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.File("all.jsonl")));
    }

    [Theory]
    [InlineData("\"madeBy\":\"", "\"madeBy\":\"Other.", "were made by Other.Parameterize.Tool.Tests ")]
    [InlineData("1 thread\"", "2 threads\"", "2 threads, and this is Parameterize.Tool.Tests")]
    public async Task Results_that_something_else_made_are_neither_taken_nor_touched(string written, string other, string said)
    {
        var file = _folder.File("results.jsonl");
        await Sweep("--output", file, "--trial", First);
        var line = File.ReadAllText(file);
        Assert.Contains(written, line, StringComparison.Ordinal);
        File.WriteAllText(file, line.Replace(written, other, StringComparison.Ordinal));
        var run = (await ToolRun.Of("sweep", ToolRun.OwnAssembly, "--experiment", "TinyExperiment", "--output", file)).Expect(2);
        Assert.Contains(said, run.Error, StringComparison.Ordinal);
        Assert.Equal(line.Replace(written, other, StringComparison.Ordinal), File.ReadAllText(file));
    }

    [Fact]
    public async Task Results_of_an_earlier_version_that_do_not_say_what_made_them_are_refused()
    {
        var file = _folder.Write("old.jsonl", $"{{\"id\":\"{First}\",\"numbers\":{{\"loss\":1}}}}\n");
        var run = (await ToolRun.Of("sweep", ToolRun.OwnAssembly, "--experiment", "TinyExperiment", "--output", file)).Expect(2);
        Assert.Contains(
            "holds 1 results that do not say what made them (an earlier version wrote none)", run.Error, StringComparison.Ordinal);
        (await ToolRun.Of("plot", file, "--output", _folder.File("report.html"))).Expect(0);
    }

    [Fact]
    public async Task A_trial_that_throws_is_exit_code_one_and_the_others_are_kept()
    {
        var file = _folder.File("failing.jsonl");
        var run = (await ToolRun.Of("sweep", ToolRun.OwnAssembly, "-e", "FailingExperiment", "-o", file, "--jobs", "1")).Expect(1);
        Assert.Contains("InvalidOperationException: no luck", run.Error, StringComparison.Ordinal);
        Assert.Equal(["FailingExperiment/seed=0"], ResultStore.Read(file).Select(result => result.Id));
    }

    [Fact]
    public async Task A_trial_that_throws_in_a_process_of_its_own_is_named_and_the_others_are_kept()
    {
        var file = _folder.File("failing.jsonl");
        var run = (await ToolRun.Of("sweep", ToolRun.OwnAssembly, "-e", "FailingExperiment", "-o", file, "--jobs", "2")).Expect(1);
        Assert.Contains("InvalidOperationException: no luck", run.Error, StringComparison.Ordinal);
        Assert.Contains(
            "Trial 'FailingExperiment/seed=1' has no result: the process that ran it ended with exit code 1.", run.Error,
            StringComparison.Ordinal);
        Assert.Equal(["FailingExperiment/seed=0"], ResultStore.Read(file).Select(result => result.Id));
    }

    [Fact]
    public void A_full_disk_is_not_said_to_be_the_experiments_own()
    {
        var experiment = UserExperiment.Load(ToolRun.OwnAssembly, nameof(TinyExperiment));
        var error = Assert.Throws<IOException>(() =>
            experiment.Run([First], (_, _) => throw new IOException("No space left."), CancellationToken.None));
        Assert.Equal("No space left.", error.Message);
    }

    [Fact]
    public async Task A_plan_that_throws_is_said_to_be_the_experiments_own()
    {
        var run = (await ToolRun.Of("sweep", ToolRun.OwnAssembly, "-e", "UnplannedExperiment", "--plan")).Expect(1);
        Assert.Contains(
            "The plan failed in the experiment's own code: InvalidOperationException: no plan", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_names_the_placement_on_a_machine_that_does_not_have_it()
    {
        var plan = (await ToolRun.Of(
            "sweep", ToolRun.Sample, "-e", "CharacterTransfer", "--plan", "--device", "cuda:63", "--dtype", "bfloat16")).Expect(0);
        Assert.StartsWith(
            "CharacterTransfer/parametrization=standard/width=256/rate=0.00048828125/seed=0/device=cuda/dtype=bfloat16\n", plan.Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_used_is_exit_code_two_with_a_reason()
    {
        (string[] Arguments, string Reason)[] cases =
        [
            (["sweep", ToolRun.OwnAssembly],
                "Say which experiment, as --experiment CountingExperiment; there are:\n"
                    + "  CountingExperiment: Counts garbage collections.\n  DrawingExperiment: Draws from what a process has but once.\n"
                    + "  FailingExperiment: Fails.\n  MisreadExperiment: A misread model.\n  TinyExperiment: Random"),
            (["sweep", ToolRun.OwnAssembly, "-e", "Nothing"],
                "has no experiment 'Nothing'; it has Parameterize.Tool.Tests.Subjects.CountingExperiment"),
            (["sweep", ToolRun.Beside("Parameterize.dll"), "-e", "Nothing"],
                "has no experiment: it does not reference the package Parameterize.Experiments"),
            (["sweep", ToolRun.OwnAssembly, "-e", "TinyExperiment", "--trial", "x"],
                "has no 'x'; --plan prints them, such as TinyExperiment/width=1/seed=0."),
            (["sweep", ToolRun.OwnAssembly, "-e", "TinyExperiment", "--shard", "0/3"], "'0/3' is not that"),
            (["sweep", ToolRun.OwnAssembly, "-e", "TinyExperiment", "--jobs", "0"], "--jobs is at least 1, not 0"),
            (["check", ToolRun.OwnAssembly, "-e", "TinyExperiment"], "has nothing to check"),
            (["check", ToolRun.Sample, "-e", "CharacterTransfer", "--widths", "64"], "'64' is not that"),
            (["check", ToolRun.Sample, "-e", "CharacterTransfer", "--rate", "-1"], "--rate is a number greater than 0."),
            (["check", ToolRun.Sample, "-e", "CharacterTransfer", "--rate", "NaN"], "--rate is a number greater than 0."),
            (["check", ToolRun.Sample, "-e", "CharacterTransfer", "--tolerance", "Infinity"], "--tolerance is a number greater than 0."),
            (["sweep", ToolRun.OwnAssembly, "-e", "TinyExperiment", "--dtype", "float64"],
                "'TinyExperiment' trains where its own code says, and takes no device or element type"),
            (["sweep", ToolRun.Sample, "-e", "CharacterTransfer", "--device", "cuda:63"], "There is no device cuda:63"),
            (["sweep", ToolRun.Sample, "-e", "CharacterTransfer", "--device", "tpu"],
                "'tpu' is no device to train on; there are cpu, cuda, cuda:N"),
            (["check", ToolRun.Sample, "-e", "CharacterTransfer", "--dtype", "int8"],
                "'int8' is no element type to train in; there are bfloat16, float32 and float64."),
            (["check", ToolRun.Sample, "-e", "CharacterTransfer", "--device", "cuda:63"], "There is no device cuda:63"),
            (["check", ToolRun.Sample, "-e", "CharacterTransfer", "--json", "--csv"], "--json and --csv do not go together"),
            (["merge", "nowhere.jsonl"], "No such file: nowhere.jsonl"),
            (["plot", _folder.Write("broken.jsonl", "{\n{}\n")], "broken.jsonl, line 1"),
        ];
        foreach (var (arguments, reason) in cases)
            Assert.Contains(reason, (await ToolRun.Of(arguments)).Expect(2).Error, StringComparison.Ordinal);
    }

    private static async Task<ToolRun> Sweep(params string[] arguments) =>
        (await ToolRun.Of(["sweep", ToolRun.OwnAssembly, "--experiment", "TinyExperiment", .. arguments])).Expect(0);
}
