using static Parameterize.Analyzers.Tests.Annotation.PlainSource;

namespace Parameterize.Analyzers.Tests.Annotation;

/// <summary>What "Parameterize this model" takes for a width, and what it says of the rest.</summary>
public sealed class RefactoringNotesTests
{
    [Theory]
    [InlineData("long inputs, long hidden, long outputs", "Linear(inputs, hidden), Linear(hidden, outputs)", "hidden")]
    [InlineData("long inputs, long hidden", "Linear(inputs, hidden), Linear(hidden, inputs)", "hidden")]
    [InlineData(
        "long inputs, long hidden, long factor", "Linear(inputs, hidden), Linear(hidden, factor * hidden), Linear(factor * hidden, 1)",
        "hidden")]
    [InlineData("long inputs, long first, long second", "Linear(inputs, first), Linear(first, second), Linear(second, 1)", "first,second")]
    [InlineData("long words, long size", "Embedding(words, size), Linear(size, words)", "size")]
    [InlineData("long words, long size", "Embedding(words, size)", "size")]
    [InlineData("long inputs, long hidden, int layers", "LSTM(inputs, hidden, layers), Linear(hidden, 1)", "hidden")]
    [InlineData(
        "long channels, long planes, long kernel",
        "Conv2d(channels, planes, kernel), Conv2d(planes, 2 * planes, kernel), Linear(2 * planes, 10)", "planes")]
    [InlineData(
        "long inputs, long hidden, long latent",
        "Linear(inputs, hidden), Linear(hidden, latent), Linear(latent, hidden), Linear(hidden, inputs)", "hidden")]
    [InlineData("long size, long heads", "Linear(8, size), MultiheadAttention(size, heads), Linear(size, 8)", "size,heads")]
    public async Task Widths_are_what_one_layer_makes_and_another_takes(string parameters, string layers, string widths)
    {
        var build = string.Concat(
            layers.Split("), ").Select((layer, index) => $"        _{(char)('a' + index)} = {layer.TrimEnd(')')});\n"));
        var fields = string.Concat(
            layers.Split("), ")
                .Select((layer, index) =>
                    $"    private readonly {layer[..layer.IndexOf('(', StringComparison.Ordinal)]} _{(char)('a' + index)};\n"));
        var refactored = await Refactored.Of(
            Usings + $"class $$Net : Module\n{{\n{fields}\n    public Net({parameters}) : base(\"Net\")\n    {{\n{build}    }}\n}}\n");
        var line = refactored!.Text.Split('\n').Single(text => text.Contains("public Net(", StringComparison.Ordinal));
        var marked = line.Split('(', 2)[1].Split(", ")
            .Where(parameter => parameter.Contains("[Width", StringComparison.Ordinal))
            .Select(parameter => parameter.Split(' ', ')')[^1].Length == 0 ? parameter.Split(' ')[^3] : parameter.Split(' ')[^1]);
        Assert.Equal(widths, string.Join(',', marked.Select(name => name.Split(')')[0])));
    }

    [Fact]
    public async Task What_is_not_clear_is_a_warning_at_its_place()
    {
        var refactored = await Refactored.Of(
            Usings
                + Net("fc = Linear(width, width);\n        RegisterComponents();", "fc.call(x)")
                    .Replace("width", "8", StringComparison.Ordinal).Replace("long 8", "", StringComparison.Ordinal));
        Assert.DoesNotContain("Parameterize", refactored!.Text, StringComparison.Ordinal);
        Assert.Equal(
            [
                "Net: 'Net' has no width: no parameter of its constructor sizes a layer. Make the sizes inside depend on a constructor "
                    + "parameter, and mark that [Width]",
            ],
            refactored.Warnings);
    }

    [Theory]
    [InlineData(
        "long dim, long size",
        "a = Sequential(Linear(dim, size), Linear(size, dim));\n        b = Sequential(Linear(dim, size), Linear(size, dim));",
        "Net(long dim, [Width] long size)",
        "dim: 'dim' is taken to stay as it is, since all that has it takes it first and makes it last; mark it [Width] if it grows with "
            + "the model")]
    [InlineData(
        "long size, long[] dims",
        "a = Sequential(Linear(8, size), Linear(size, dims[0]));\n"
            + "        b = Sequential(Linear(dims[0], dims[1]), Linear(dims[1], kernels(dims[1])));",
        "Net([Width] long size, long[] dims)",
        "dims: 'dims[0]' sizes a layer and is taken to stay as it is: give a size that grows with the model a parameter of its own, and "
            + "mark that [Width]")]
    public async Task What_is_taken_to_stay_is_named(string parameters, string build, string constructor, string note)
    {
        var refactored = await Refactored.Of(Usings + $$"""
            class $$Net : Module
            {
                private readonly Sequential a, b;

                public Net({{parameters}}) : base("Net")
                {
                    {{build}}
                    RegisterComponents();
                }

                private static long kernels(long size) => size;
            }
            """);
        Assert.Contains(constructor, refactored!.Text, StringComparison.Ordinal);
        Assert.Equal([note], refactored.Warnings);
    }

    [Fact]
    public async Task What_a_refused_class_lacks_is_not_named_as_well()
    {
        var refactored = await Refactored.Of(
            Usings + Net("fc = Linear(width + Environment.ProcessorCount, width);\n        RegisterComponents();", "fc.call(x)"));
        Assert.Contains("InitializeParameters();", refactored!.Text, StringComparison.Ordinal);
        Assert.StartsWith(
            "width: PMZ0008: How 'fc' scales", Assert.Single(refactored.Warnings.DefaultIfEmpty(refactored.Text)),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sizes_in_fields_of_options_are_named()
    {
        var refactored = await Refactored.Of(Usings + """
            class $$Net : Module
            {
                private readonly Sequential a;

                public Net(Config config) : base("Net") => a = Sequential(Linear(8, config.Size), Linear(config.Size, 8));
            }

            class Config
            {
                public string Name = "";
                public long Size = 16;
            }
            """);
        Assert.Equal(
            [
                "Net: 'Net' has no width: no parameter of its constructor sizes a layer. No attribute can mark a field: make those of "
                    + "'Config.Size' that size layers properties",
            ],
            refactored!.Warnings);
    }

    [Fact]
    public async Task Heads_that_divide_the_width_grow_with_it_though_the_product_is_not_known()
    {
        var refactored = await Refactored.Of(Usings + """
            class $$Net : Module<Tensor, Tensor>
            {
                private readonly Linear query, back;
                private readonly int heads;

                public Net(Config config) : base("Net")
                {
                    heads = config.Heads;
                    var headWidth = config.Width / config.Heads;
                    query = Linear(config.Width, config.Heads * headWidth);
                    back = Linear(config.Heads * headWidth, config.Width);
                    RegisterComponents();
                }

                public override Tensor forward(Tensor x) => back.call(functional.softmax(query.call(x), -1));
            }

            class Config
            {
                public int Width { get; set; } = 64;
                public int Heads { get; set; } = 8;
            }
            """);
        Assert.Contains("[Width(Base = 8)] public int Heads", refactored!.Text, StringComparison.Ordinal);
        Assert.Empty(refactored.Warnings);
    }

    [Fact]
    public async Task A_number_of_heads_without_a_default_is_asked_for()
    {
        var refactored = await Refactored.Of(Usings + """
            class $$Net : Module
            {
                private readonly MultiheadAttention attention;

                public Net(long size, long heads) : base("Net")
                {
                    attention = MultiheadAttention(size, heads);
                    RegisterComponents();
                }
            }
            """);
        Assert.Contains("[Width(Base = 4)] long heads", refactored!.Text, StringComparison.Ordinal);
        Assert.True(
            refactored.Text.Contains("InitializeParameters(size, heads);", StringComparison.Ordinal),
            refactored.Text + string.Join("\n", refactored.Warnings));
        Assert.Equal(
            ["heads: 'heads' is taken to grow with the width, from 4 at base width: give the number of heads there as its Base"],
            refactored.Warnings);
    }

    [Theory]
    [InlineData(
        "[Parameterize.Parameterize(BaseWidth = 64)]\npublic partial class $$Net : Module<Tensor, Tensor>\n{\n"
            + "    private readonly Linear fc = Linear(8, 8);\n    public Net() : base(\"Net\") { }\n"
            + "    public override Tensor forward(Tensor x) => x;\n}")]
    [InlineData(
        "public class $$Net : Module<Tensor, Tensor>\n{\n    public Net() : base(\"Net\") { }\n"
            + "    public override Tensor forward(Tensor x) => x;\n}")]
    [InlineData("public class $$Net\n{\n}")]
    [InlineData(
        "public class Net : Module<Tensor, Tensor>\n{\n    private readonly Linear $$fc = Linear(8, 8);\n"
            + "    public Net() : base(\"Net\") { }\n    public override Tensor forward(Tensor x) => x;\n}")]
    public async Task Nothing_is_offered(string source) => Assert.Null(await Refactored.Of(Usings + source));
}
