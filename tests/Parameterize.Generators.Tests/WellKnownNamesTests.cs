extern alias package;

using System.Reflection;
using Parameterize.Generators.Infrastructure;
using TorchSharp;

namespace Parameterize.Generators.Tests;

/// <summary>Names that the generator looks for are those of real types: a renamed type must not pass for a missing one.</summary>
public class WellKnownNamesTests
{
    public static TheoryData<string, string> Names
    {
        get
        {
            var names = new TheoryData<string, string>();
            foreach (var constant in typeof(WellKnownNames).GetFields(BindingFlags.Public | BindingFlags.Static))
            {
                names.Add(constant.Name, (string)constant.GetValue(null)!);
            }

            return names;
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Name_is_that_of_a_type(string constant, string name)
    {
        var assembly = name.StartsWith("TorchSharp.", StringComparison.Ordinal)
            ? typeof(torch).Assembly
            : typeof(package::Parameterize.ParameterizeAttribute).Assembly;

        // Generic arity is not part of how symbols are compared, and neither is the sign between a type and one nested in it.
        var type = assembly.GetTypes().Where(type => Plain(type.FullName!) == name).MinBy(type => type.FullName!.Length);
        Assert.True(type is not null, $"{constant}: {assembly.GetName().Name} has no type '{name}'.");
        Assert.True(type.IsVisible);
    }

    [Fact]
    public void Attributes_of_the_package_are_all_known()
    {
        var attributes = typeof(package::Parameterize.ParameterizeAttribute).Assembly.GetExportedTypes()
            .Where(type => typeof(Attribute).IsAssignableFrom(type) && !type.IsAbstract)
            .Select(type => type.FullName!);
        var known = Names.Select(row => (string)row[1]).Where(name => name.EndsWith("Attribute", StringComparison.Ordinal));
        Assert.Empty(attributes.Except(known));
    }

    private static string Plain(string fullName) => fullName.Split('`')[0].Replace('+', '.');
}
