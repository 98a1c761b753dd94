using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.Loader;

namespace Parameterize.Experiments.Tests;

/// <summary>What makes results: told by what its code does, and never mixed with another.</summary>
public sealed class TrialMakerTests : IDisposable
{
    private readonly TemporaryDirectory _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void It_names_the_program_torchsharp_and_the_threads()
    {
        Assert.Matches(
            "^Parameterize.Experiments.Tests [0-9a-f]{16}, TorchSharp [0-9.]+, 1 thread$",
            TrialMaker.Of(typeof(TrialMakerTests).Assembly, 1));
        Assert.EndsWith(", 2 threads", TrialMaker.Of(typeof(TrialMakerTests).Assembly, 2), StringComparison.Ordinal);
        Assert.DoesNotContain("thread", TrialMaker.Of(typeof(TrialMakerTests).Assembly), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_code_built_again_from_another_commit_is_the_same()
    {
        var first = HashOf("a", commit: new string('1', 40));
        Assert.Equal(first, HashOf("b", commit: new string('2', 40)));
        Assert.NotEqual(Mvid("a"), Mvid("b"));
    }

    [Theory]
    [InlineData(2, "text", "Run")]
    [InlineData(1, "texT", "Run")]
    [InlineData(1, "text", "Ran")]
    public void Another_number_another_string_and_another_name_are_other_code(int number, string text, string method) =>
        Assert.NotEqual(HashOf("a"), HashOf("b", number, text, method));

    [Fact]
    public void A_change_in_what_is_referenced_counts()
    {
        Write("one/Library.dll", "Library", 1);
        Write("two/Library.dll", "Library", 2);
        string[] programs = ["one", "two"];
        foreach (var program in programs) Write($"{program}/Model.dll", "Model", 1, calls: _folder.File($"{program}/Library.dll"));
        Assert.NotEqual(HashOfFile("one/Model.dll"), HashOfFile("two/Model.dll"));
        File.Copy(_folder.File("one/Library.dll"), _folder.File("two/Library.dll"), overwrite: true);
        Assert.Equal(HashOfFile("one/Model.dll"), HashOfFile("two/Model.dll"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Mlp 1111111111111111, TorchSharp 0.107.0")]
    public void A_file_of_another_maker_or_of_none_is_refused_and_stays_as_it_is(string maker)
    {
        var path = _folder.File("trials.jsonl");
        using (var store = ResultStore.Open(path, maker)) store.Append(new TrialResult("x/seed=0"));
        var before = File.ReadAllText(path);

        var error = Assert.Throws<InvalidDataException>(() => ResultStore.Open(path, "Mlp 2222222222222222, TorchSharp 0.107.0"));

        Assert.StartsWith(
            $"{path} holds 1 results that {(maker.Length == 0 ? "do not say what made them" : $"were made by {maker}")}", error.Message,
            StringComparison.Ordinal);
        Assert.Contains("this is Mlp 2222222222222222", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(path));
        using var again = ResultStore.Open(path, maker);
        Assert.True(again.Contains("x/seed=0"));
    }

    [Fact]
    public void A_store_that_is_told_no_maker_takes_its_caller()
    {
        using var store = ResultStore.Open(_folder.File("trials.jsonl"));
        Assert.Equal(TrialMaker.Of(typeof(TrialMakerTests).Assembly), store.MadeBy);
    }

    [Fact]
    public void Results_of_two_makers_merge_where_they_are_of_two_experiments()
    {
        string one = Written(
            "one.jsonl", "A 1", "x/seed=0"), two = Written(
                "two.jsonl", "A 2", "y/seed=0"), three = Written("three.jsonl", "A 2", "x/seed=1");

        Assert.Equal(["x/seed=0", "y/seed=0"], ResultStore.Merge([two, one]).Select(result => result.Id));

        var error = Assert.Throws<InvalidDataException>(() => ResultStore.Merge([one, two, three]));
        Assert.Equal(
            $"'x' has results of two programs: {one} holds some that were made by A 1, {three} some that were made by A 2. They do not "
                + $"mix: run all "
                + "trials by one build, or leave the files of the other out.",
            error.Message);
    }

    [Fact]
    public void Two_results_of_one_trial_by_one_maker_are_not_said_to_be_of_other_code()
    {
        string one = Written("one.jsonl", "A 1", "x/seed=0"), two = Written("two.jsonl", "A 1", "x/seed=0", number: 2);

        var error = Assert.Throws<InvalidDataException>(() => ResultStore.Merge([one, two]));

        Assert.Contains(
            $"in {one} and in {two}. Both were made by A 1. So the trial depends on more than its id: ", error.Message,
            StringComparison.Ordinal);
    }

    private string Written(string name, string maker, string id, double number = 1)
    {
        using var store = ResultStore.Open(_folder.File(name), maker);
        store.Append(new TrialResult(id).WithNumber("loss", number));
        return store.Path;
    }

    private string HashOf(string folder, int number = 1, string text = "text", string method = "Run", string commit = "")
    {
        Write($"{folder}/Model.dll", "Model", number, text, method, commit);
        return HashOfFile($"{folder}/Model.dll");
    }

    private string HashOfFile(string file)
    {
        var context = new FolderContext(_folder.File(file));
        return AssemblyCode.HashOf(context.LoadFromAssemblyPath(_folder.File(file)));
    }

    private Guid Mvid(string folder) =>
        new FolderContext(_folder.File(folder)).LoadFromAssemblyPath(_folder.File($"{folder}/Model.dll")).ManifestModule.ModuleVersionId;

    private void Write(
        string file, string name, int number, string text = "text", string method = "Run", string commit = "", string? calls = null)
    {
        var assembly = new PersistedAssemblyBuilder(new AssemblyName(name), typeof(object).Assembly);
        var version = typeof(AssemblyInformationalVersionAttribute).GetConstructor([typeof(string)])!;
        assembly.SetCustomAttribute(new CustomAttributeBuilder(version, [$"1.0.0+{commit}"]));
        var type = assembly.DefineDynamicModule(name).DefineType("Trials", TypeAttributes.Public);
        var body = type.DefineMethod(method, MethodAttributes.Public | MethodAttributes.Static, typeof(int), []).GetILGenerator();
        if (calls is not null)
        {
            var other = new FolderContext(calls).LoadFromAssemblyPath(calls);
            body.Emit(OpCodes.Call, other.GetType("Trials")!.GetMethod("Run")!);
            body.Emit(OpCodes.Pop);
        }

        body.Emit(OpCodes.Ldstr, text);
        body.Emit(OpCodes.Pop);
        body.Emit(OpCodes.Ldc_I4, number);
        body.Emit(OpCodes.Ret);
        type.CreateType();
        Directory.CreateDirectory(Path.GetDirectoryName(_folder.File(file))!);
        assembly.Save(_folder.File(file));
    }

    private sealed class FolderContext(string file) : AssemblyLoadContext("folder")
    {
        protected override Assembly? Load(AssemblyName assemblyName) =>
            Path.Combine(Path.GetDirectoryName(file)!, assemblyName.Name + ".dll") is var path && File.Exists(path)
                ? LoadFromAssemblyPath(path)
                : null;
    }
}
