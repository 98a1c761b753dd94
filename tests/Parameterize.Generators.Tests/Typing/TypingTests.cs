using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Parameterize.Generators.Analyzers;
using Xunit.Abstractions;

namespace Parameterize.Generators.Tests.Typing;

/// <summary>
/// Models that were read are kept from one keystroke to the next, and from the generator to the analyzer. After every one of many edits,
/// what is generated and said is what a compiler that has seen nothing before generates and says. PARAMETERIZE_SEED draws other edits,
/// PARAMETERIZE_EDITS more of them.
/// </summary>
public sealed partial class TypingTests(ITestOutputHelper output)
{
    private const string Wrong =
        "[Parameterize.Parameterize] public partial class Wrong { public Wrong([Parameterize.Width] int width) { } }";

    private static readonly CSharpParseOptions s_parseOptions = new(LanguageVersion.Preview);

    [Fact]
    public async Task What_is_kept_is_what_would_be_read_anew()
    {
        var (seed, edits) = (GivenNumber.Of("PARAMETERIZE_SEED") ?? 1, GivenNumber.Of("PARAMETERIZE_EDITS") ?? 80);
        output.WriteLine($"PARAMETERIZE_SEED={seed} PARAMETERIZE_EDITS={edits}");
        var random = new Random(seed);
        var files = EditedProject.Files.Select(file => new File(file)).ToArray();
        var compilation = Compile(files.Select(file => file.Parse()));
        GeneratorDriver driver = Driver();
        var distinct = new HashSet<string>();
        for (var edit = 0; edit < edits; edit++)
        {
            var file = files[random.Next(files.Length)];
            var before = file.Tree;
            var what = file.Edit(random);
            compilation = compilation.ReplaceSyntaxTree(before!, file.Parse());
            driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out var generated, out _);
            var kept = Text(driver) + await Said(generated);
            var fresh = Text(Driver().RunGenerators(Anew())) + await Said(Anew());
            distinct.Add(fresh);
            Assert.True(kept == fresh, $"After edit {edit}, {what}:\n\n{fresh}\n\n=== but was kept ===\n\n{kept}");
        }

        CSharpCompilation Anew() => Compile(files.Select(one => one.ParseAnew()));

        // Not always the same answer, and not always none.
        output.WriteLine($"{distinct.Count} different outcomes");
        Assert.True(distinct.Count > edits / 10, $"{distinct.Count} different outcomes only: the check has become void.");
    }

    [Fact]
    public void No_compilation_is_kept_alive()
    {
        var (old, driver) = TypeOnce();
        for (var attempt = 0; attempt < 10 && old.IsAlive; attempt++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(old.IsAlive);
        GC.KeepAlive(driver);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (WeakReference Old, GeneratorDriver Driver) TypeOnce()
    {
        var files = EditedProject.Files.Select(file => new File(file)).ToArray();
        var compilation = Compile(files.Select(file => file.Parse()).Append(CSharpSyntaxTree.ParseText(Wrong, s_parseOptions, "Wrong.cs")));
        var driver = Driver().RunGeneratorsAndUpdateCompilation(compilation, out var generated, out _);
        Assert.Contains("PMZ0002", Said(generated).GetAwaiter().GetResult(), StringComparison.Ordinal);
        var unrelated = files.Single(file => file.Path == "Unrelated.cs");
        var before = unrelated.Tree!;
        var edited = compilation.ReplaceSyntaxTree(
            before, CSharpSyntaxTree.ParseText("public static class Other2;", s_parseOptions, "Unrelated.cs"));
        return (new WeakReference(compilation), driver.RunGenerators(edited));
    }

    private static CSharpCompilation Compile(IEnumerable<SyntaxTree> trees) => CSharpCompilation.Create(
        "Typed",
        trees,
        Subjects.Generator.Setup.References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    private static GeneratorDriver Driver() =>
        CSharpGeneratorDriver.Create([new ParameterizeGenerator().AsSourceGenerator()], parseOptions: s_parseOptions);

    private static string Text(GeneratorDriver driver)
    {
        var result = driver.GetRunResult().Results.Single();
        Assert.Null(result.Exception);
        return string.Join("\n", result.GeneratedSources.OrderBy(source => source.HintName, StringComparer.Ordinal)
            .Where(source => source.HintName != Subjects.SupportFile)
            .Select(source => $"// {source.HintName}\n{source.SourceText}"));
    }

    private static async Task<string> Said(Compilation compilation)
    {
        var said = await compilation.WithAnalyzers([new ModelAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        return string.Join(
            "\n", said.Select(diagnostic => diagnostic.ToString()).Order(StringComparer.Ordinal).Prepend("\n// What is said"));
    }

    [GeneratedRegex("«([^»]*)»")]
    private static partial Regex Place();

    /// <summary>A file as it stands, with the choice that was made at each of its places.</summary>
    private sealed class File(EditedFile file)
    {
        private readonly string[][] _texts = [.. Place().Matches(file.Template).Select(match => match.Groups[1].Value.Split('|'))];
        private readonly int[] _chosen = new int[Place().Count(file.Template)];

        public string Path => file.Path;

        public SyntaxTree? Tree { get; private set; }

        /// <summary>Chooses another text at one place: often the first, so that most places are right at a time.</summary>
        public string Edit(Random random)
        {
            var place = random.Next(_texts.Length);
            var other = (_chosen[place] + random.Next(1, _texts[place].Length)) % _texts[place].Length;
            _chosen[place] = _chosen[place] != 0 && random.Next(3) > 0 ? 0 : other;
            return $"'{_texts[place][_chosen[place]]}' in {file.Path}";
        }

        public SyntaxTree Parse() => Tree = ParseAnew();

        public SyntaxTree ParseAnew()
        {
            var place = 0;
            var text = Place().Replace(file.Template, _ => _texts[place][_chosen[place++]]);
            return CSharpSyntaxTree.ParseText(text, s_parseOptions, file.Path);
        }
    }
}
