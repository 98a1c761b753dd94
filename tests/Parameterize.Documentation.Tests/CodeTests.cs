using System.Reflection;
using System.Text.RegularExpressions;

namespace Parameterize.Documentation.Tests;

/// <summary>Every C# block of README, guides and packages' READMEs compiles as it stands, and runs if it is a program.</summary>
public sealed partial class CodeTests
{
    private static IEnumerable<FencedBlock> Blocks => FencedBlock.All.Where(block => block.IsCode);

    public static TheoryData<string> Compiled => [.. Blocks.Where(block => block.Named("from") is null).Select(block => block.Place)];

    public static TheoryData<string> Quoted => [.. Blocks.Where(block => block.Named("from") is not null).Select(block => block.Place)];

    public static TheoryData<string> Programs =>
        [.. Blocks.Where(block => block.Rule.Length == 0 && CompiledBlock.IsProgram(block)).Select(block => block.Place)];

    [Theory]
    [MemberData(nameof(Compiled))]
    public async Task Compiles_without_a_finding(string place) => Assert.Empty(await CompiledBlock.Findings(At(place)));

    /// <summary>
    /// A rule <c>from: PATH</c>: each paragraph stands in that file, or in one of that folder, which is compiled or checked itself.
    /// </summary>
    [Theory]
    [MemberData(nameof(Quoted))]
    public void Is_quoted_from_where_it_says(string place)
    {
        var block = At(place);
        var source = Path.Combine(Repository.Root, block.Named("from")!);
        string[] paths = File.Exists(source) ? [source] : Directory.GetFiles(source, "*.cs");
        string[] texts = [.. paths.Select(path => Squeezed(File.ReadAllText(path)))];
        Assert.All(
            block.Text.Split("\n\n"),
            paragraph => Assert.Contains(texts, text => text.Contains(Squeezed(paragraph), StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public void Runs(string place)
    {
        var (folder, console) = (Environment.CurrentDirectory, Console.Out);
        var scratch = Directory.CreateTempSubdirectory("parameterize-page-");
        using var printed = new StringWriter();
        try
        {
            Environment.CurrentDirectory = scratch.FullName;
            Console.SetOut(printed);
            Assembly.Load(CompiledBlock.Program(At(place))).EntryPoint!.Invoke(null, [Array.Empty<string>()]);
        }
        finally
        {
            Console.SetOut(console);
            Environment.CurrentDirectory = folder;
        }

        var written = scratch.GetFiles();
        Assert.True(printed.ToString().Length > 0 || written.Length > 0, "It prints and writes nothing.");
        Assert.All(written, file => Assert.True(file.Length > 100, file.Name));
        scratch.Delete(recursive: true);
    }

    [Fact]
    public void Each_context_is_some_block_s_and_each_rule_is_known()
    {
        Assert.Equal(BlockContext.All.Order(), Blocks.Select(block => block.Named("context")).OfType<string>().Distinct().Order());
        Assert.DoesNotContain(Blocks, block => block.Rule.Length > 0 && block.Named("context") is null && block.Named("from") is null);
        Assert.True(Blocks.Count() > 30, "Few blocks are found.");
        Assert.NotEmpty(Programs);
    }

    private static FencedBlock At(string place) => Blocks.Single(block => block.Place == place);

    private static string Squeezed(string code) => Space().Replace(code.Replace("global::", "", StringComparison.Ordinal).Trim(), " ");

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
