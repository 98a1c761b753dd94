using System.Globalization;
using System.Reflection;
using Parameterize.Generators.Catalogues;
using TorchSharp;

namespace Parameterize.Generators.Tests;

/// <summary>Generated factories have the names, types and defaults of TorchSharp's own.</summary>
public class OptimizerCatalogueTests
{
    public static TheoryData<string> Factories => new(OptimizerCatalogue.All.Select(optimizer => optimizer.Factory));

    [Fact]
    public void Every_optimizer_that_takes_groups_has_a_row() => Assert.Equal(
        typeof(torch.optim).GetMethods().Where(TakesGroups).Select(method => method.Name).Order(StringComparer.Ordinal),
        OptimizerCatalogue.All.Select(optimizer => optimizer.Factory).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Factories))]
    public void Arguments_are_TorchSharps(string factory)
    {
        var expected = Factory(factory).GetParameters().Skip(1).Select(parameter => (
            parameter.Name!,
            TypeName(parameter.ParameterType),
            parameter.HasDefaultValue ? parameter.DefaultValue : null));
        var actual = OptimizerCatalogue.All.Single(optimizer => optimizer.Factory == factory).Arguments
            .Select(argument => (argument.Name, argument.Type, Value(argument)));
        Assert.Equal(expected, actual);
    }

    [Theory]
    [MemberData(nameof(Factories))]
    public void Every_argument_is_an_option_of_the_groups(string factory)
    {
        var options = Factory(factory).ReturnType.GetNestedType("Options")!;
        var names = options.GetMembers(BindingFlags.Public | BindingFlags.Instance).Select(member => member.Name).ToArray();
        var arguments = OptimizerCatalogue.All.Single(optimizer => optimizer.Factory == factory).Arguments;
        Assert.Contains("LearningRate", names);
        Assert.All(arguments.Skip(1), argument => Assert.Contains(argument.Name, names));
    }

    private static MethodInfo Factory(string name) => typeof(torch.optim).GetMethods()
        .Single(method => method.Name == name && TakesGroups(method));

    /// <summary>The group is a class of the optimizer's own, or for ASGD the generic one.</summary>
    private static bool TakesGroups(MethodInfo method) =>
        method.GetParameters() is [{ ParameterType.GenericTypeArguments: [{ Name: "ParamGroup" or "ParamGroup`1" }] }, ..];

    private static string TypeName(Type type) => type == typeof(double) ? "double" : type == typeof(bool) ? "bool" : type.Name;

    private static object? Value(OptimizerArgument argument) => argument switch
    {
        { Default: null } => null,
        { Type: "bool" } => bool.Parse(argument.Default),
        _ => double.Parse(argument.Default, CultureInfo.InvariantCulture),
    };
}
