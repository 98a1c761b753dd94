using System.Globalization;

namespace Parameterize.TestKit.Tests;

public class SetupTests
{
    [Fact]
    public void Culture_is_set_and_restored()
    {
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        using (new CultureScope("fi-FI"))
        {
            // What the check of cultures lives by: a machine without these data would find nothing.
            Assert.Equal("\u22123,5", $"{-3.5}");
            Assert.Equal("fi-FI", CultureInfo.CurrentUICulture.Name);
            using (new CultureScope("tr-TR"))
                Assert.Equal("İ", "i".ToUpper(CultureInfo.CurrentCulture));
            Assert.Equal("fi-FI", CultureInfo.CurrentCulture.Name);
        }

        Assert.Equal(before, (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture));
    }

    [Fact]
    public void Framework_is_the_targeting_pack_where_there_is_one()
    {
        Assert.Contains(ReferenceAssemblies.Framework, r => r.Display!.EndsWith("System.Runtime.dll", StringComparison.Ordinal));
        Assert.Null(ReferenceAssemblies.TargetingPack(Path.GetTempPath()));
    }

    [Fact]
    public void Given_assemblies_are_referenced()
    {
        var setup = new CompilationSetup { References = ReferenceAssemblies.FrameworkAnd(typeof(FactAttribute), typeof(TheoryAttribute)) };
        Assert.Equal(ReferenceAssemblies.Framework.Length + 1, setup.References.Length);
        Assert.Empty(setup.Compile(["public class C { [Xunit.Fact] public void M() { } }"]).GetDiagnostics().Where(d => d.Id != "CS1591"));
    }

    [Fact]
    public void Options_reach_the_generator()
    {
        var setup = new CompilationSetup { GlobalOptions = ImmutableDictionary<string, string>.Empty.Add("build_property.X", "1") };
        Assert.True(setup.OptionsProvider.GlobalOptions.TryGetValue("build_property.X", out var value));
        Assert.Equal("1", value);
    }

    [Fact]
    public void Files_of_one_name_are_refused() =>
        Assert.Throws<ArgumentException>(() => new CompilationSetup().Compile([new("", "A.cs"), new("", "A.cs")]));

    [Fact]
    public void Source_is_found_by_hint_and_what_exists_is_said()
    {
        var outcome = GeneratorHarness.Run(Subjects.Good, Subjects.TwoFiles);
        Assert.Contains("class Beta", outcome.Source("Beta.g.cs"), StringComparison.Ordinal);
        var failure = Assert.Throws<ArgumentException>(() => outcome.Source("x"));
        Assert.Contains("Alpha.g.cs, Beta.g.cs", failure.Message, StringComparison.Ordinal);
    }
}
