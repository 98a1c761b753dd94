using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Parameterize.TestKit.Setup;

/// <summary>What is tested and under which conditions. A test project defines one, and every check of the kit takes it.</summary>
public sealed record GeneratorUnderTest
{
    /// <summary>One generator; references and parse options as a <see cref="CompilationSetup"/> has them where they are left out.</summary>
    public GeneratorUnderTest(
        Func<IIncrementalGenerator> create, IEnumerable<MetadataReference>? references = null, CSharpParseOptions? parseOptions = null)
        : this(() => [create()], new CompilationSetup())
    {
        Setup = Setup with
        {
            References = references?.ToImmutableArray() ?? Setup.References,
            ParseOptions = parseOptions ?? Setup.ParseOptions,
        };
    }

    /// <summary>Several generators that run together, as they do for a user of a package that has several.</summary>
    public GeneratorUnderTest(Func<IReadOnlyList<IIncrementalGenerator>> create, CompilationSetup setup)
    {
        Create = create;
        Setup = setup;
    }

    /// <summary>Makes fresh generators: state kept in an instance would hide behind a shared one.</summary>
    public Func<IReadOnlyList<IIncrementalGenerator>> Create { get; }

    /// <summary>How sources are compiled.</summary>
    public CompilationSetup Setup { get; init; }

    /// <summary>The oldest language version whose users the generated code promises to compile for.</summary>
    public LanguageVersion LowestLanguageVersion { get; init; } = LanguageVersion.CSharp12;

    /// <summary>
    /// Ids of warnings that the output may have. Empty unless said, so that each exception is written down where the subject is defined.
    /// </summary>
    public ImmutableArray<string> IgnoredIds { get; init; } = [];

    /// <summary>
    /// Names of sources that are the same for every input. Markup tests have them in an assembly of declarations alone; that they compile
    /// with their bodies, a test of the text has to prove, as <see cref="Facts.OutputIsClean"/> does.
    /// </summary>
    public ImmutableHashSet<string> SharedSources { get; init; } = [];

    /// <summary>
    /// A compilation with generated sources, of which those that are the same for every input are in another assembly, without bodies.
    /// </summary>
    public CSharpCompilation WithoutSharedBodies(CSharpCompilation compilation) => SharedAssembly.In(compilation, SharedSources);

    internal GeneratorUnderTest At(LanguageVersion version) => this with { Setup = Setup.At(version) };
}
