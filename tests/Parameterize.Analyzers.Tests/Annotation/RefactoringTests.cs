namespace Parameterize.Analyzers.Tests.Annotation;

/// <summary>"Parameterize this model", as an editor offers it.</summary>
public sealed class RefactoringTests
{
    private const string Usings = """
        using System;
        using TorchSharp;
        using TorchSharp.Modules;
        using static TorchSharp.torch;
        using static TorchSharp.torch.nn;


        """;

    private const string UsingsAfter = """
        using System;
        using Parameterize;
        using TorchSharp;
        using TorchSharp.Modules;
        using static TorchSharp.torch;
        using static TorchSharp.torch.nn;


        """;

    [Fact]
    public async Task A_plain_module_is_annotated_in_one_step()
    {
        const string Before = """
            // Kept.
            public sealed class $$Net : Module<Tensor, Tensor>
            {
                private readonly Linear fc1; // the first
                private readonly Linear fc2, fc3;
                private readonly LayerNorm norm;

                public Net(long inputs,   long hidden = 128, long classes = 10) : base("Net")
                {
                    fc1 = Linear(inputs, hidden);   // odd spaces stay
                    fc2 = Linear(hidden, 4 * hidden);
                    fc3 = Linear(4 * hidden, classes);
                    norm = LayerNorm(hidden);
                    // registers all
                    RegisterComponents();
                }

                public override Tensor forward(Tensor x)
                {
                    x = functional.relu(norm.call(fc1.forward(x)));
                    return Head(x);
                }

                private Tensor Head(Tensor x) => fc3.call(functional.relu(fc2.call(x)));
            }

            public static class Training
            {
                public static void Run(Net model, Module<Tensor, Tensor> other)
                {
                    using var optimizer = optim.AdamW(model.parameters(), 1e-3);
                    using var second = optim.SGD(other.parameters(), 0.1);
                }
            }
            """;
        const string After = """
            // Kept.
            [Parameterize(BaseWidth = 128)]
            public sealed partial class Net : Module<Tensor, Tensor>
            {
                private readonly Linear fc1; // the first
                private readonly Linear fc2, fc3;
                private readonly LayerNorm norm;

                public Net(long inputs,   [Width] long hidden = 128, long classes = 10) : base("Net")
                {
                    fc1 = Linear(inputs, hidden);   // odd spaces stay
                    fc2 = Linear(hidden, 4 * hidden);
                    fc3 = Linear(4 * hidden, classes);
                    norm = LayerNorm(hidden);
                    // registers all
                    InitializeParameters();
                }

                public override Tensor forward(Tensor x)
                {
                    x = functional.relu(norm.call(Fc1(x)));
                    return Head(x);
                }

                private Tensor Head(Tensor x) => Fc3(functional.relu(Fc2(x)));
            }

            public static class Training
            {
                public static void Run(Net model, Module<Tensor, Tensor> other)
                {
                    using var optimizer = model.AdamW(1e-3);
                    using var second = optim.SGD(other.parameters(), 0.1);
                }
            }
            """;
        await Verify(Usings + Before, UsingsAfter + After);
        await Verify((Usings + Before).ReplaceLineEndings("\r\n"), (UsingsAfter + After).ReplaceLineEndings("\r\n"));
    }

    [Fact]
    public Task Models_inside_and_options_of_another_file_come_along() => Verify(
        [
            Usings + """
                public class $$Model : Module<Tensor, Tensor>
                {
                    private readonly Embedding words;
                    private readonly ModuleList<Block> blocks = new();
                    private readonly Linear head;

                    public Model(Config config) : base("Model")
                    {
                        words = Embedding(config.Vocabulary, config.Width);
                        for (var i = 0; i < config.Layers; i++)
                            blocks.Add(new Block(config.Width, 4 * config.Width));
                        head = Linear(config.Width, config.Vocabulary, hasBias: false);
                        head.weight = words.weight!; // one matrix
                        RegisterComponents();
                    }

                    public override Tensor forward(Tensor x)
                    {
                        x = words.call(x);
                        foreach (var block in blocks)
                            x = block.call(x);
                        return head.call(x);
                    }
                }

                class Block : Module<Tensor, Tensor>
                {
                    private readonly Sequential net;
                    private readonly Parameter scale;

                    public Block(long size, long inner) : base("Block")
                    {
                        net = Sequential(Linear(size, inner), GELU(), Linear(inner, size));
                        scale = Parameter(ones(size));
                        RegisterComponents();
                    }

                    public override Tensor forward(Tensor x) => x + scale * net.call(x);
                }
                """,
            "public record Config(int Vocabulary, int Width = 32)\n{\n    public int Layers { get; init; } = 2;\n}\n",
        ],
        [
            UsingsAfter + """
                [Parameterize(BaseWidth = 32)]
                public partial class Model : Module<Tensor, Tensor>
                {
                    private readonly Embedding words;
                    private readonly ModuleList<Block> blocks = new();
                    [Output(TiedTo = nameof(words))] private readonly Linear head;

                    public Model(Config config) : base("Model")
                    {
                        words = Embedding(config.Vocabulary, config.Width);
                        for (var i = 0; i < config.Layers; i++)
                            blocks.Add(new Block(config.Width, 4 * config.Width));
                        head = Linear(config.Width, config.Vocabulary, hasBias: false);
                        InitializeParameters();
                    }

                    public override Tensor forward(Tensor x)
                    {
                        x = Words(x);
                        foreach (var block in blocks)
                            x = block.call(x);
                        return Head(x);
                    }
                }

                [Parameterize(BaseWidth = 32)]
                partial class Block : Module<Tensor, Tensor>
                {
                    private readonly Sequential net;
                    [Input] private readonly Parameter scale;

                    public Block([Width] long size, [Width(Base = 128)] long inner) : base("Block")
                    {
                        net = Sequential(Linear(size, inner), GELU(), Linear(inner, size));
                        scale = Parameter(ones(size));
                        InitializeParameters();
                    }

                    public override Tensor forward(Tensor x) => x + Scale * net.call(x);
                }
                """,
            "using Parameterize;\n\npublic record Config(int Vocabulary, [Width] int Width = 32)\n{\n"
                + "    public int Layers { get; init; } = 2;\n}\n",
        ]);

    [Fact]
    public Task What_follows_RegisterComponents_may_need_it() => Verify(
        Usings + Net("fc = Linear(width, width);\n        RegisterComponents();\n        this.to(float64);", "fc.call(x)"),
        UsingsAfter
            + Annotated(
                "fc = Linear(width, width);\n        RegisterComponents();\n        this.to(float64);\n        InitializeParameters();",
                "Fc(x)"));

    [Fact]
    public Task A_constructor_that_is_an_expression_gets_a_body() => Verify(
        Usings
            + "class $$Net : Module<Tensor, Tensor>\n{\n    private readonly Linear fc;\n"
            + "    public Net(int size) : base(\"Net\") => fc = Linear(size, size);\n"
            + "    public override Tensor forward(Tensor x) => fc.call(x);\n}\n",
        UsingsAfter
            + "[Parameterize(BaseWidth = 64)]\npartial class Net : Module<Tensor, Tensor>\n{\n    private readonly Linear fc;\n"
            + "    public Net([Width] int size) : base(\"Net\")\n"
            + "    {\n        fc = Linear(size, size);\n        InitializeParameters();\n    }\n"
            + "    public override Tensor forward(Tensor x) => Fc(x);\n}\n");

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

    [Fact]
    public Task A_loop_over_layers_goes_by_index() => Verify(
        Usings + Looped("foreach (var mix in mixes)\n            x = mix.call(x);", "class $$Net", "long size", "RegisterComponents()"),
        UsingsAfter
            + Looped(
                "for (var i = 0; i < mixes.Count; i++)\n            x = Mixes(i, x);", "[Parameterize(BaseWidth = 64)]\npartial class Net",
                "[Width] long size", "InitializeParameters(size)"));

    [Fact]
    public Task A_primary_constructor_becomes_an_ordinary_one() => Verify(
        Usings + """
            public class $$Net(long inputs, long size) : Module<Tensor, Tensor>("Net")
            {
                private readonly Linear fc1 = Linear(inputs, size);
                private readonly Linear fc2 = Linear(size, 1);

                public override Tensor forward(Tensor x) => fc2.call(functional.relu(fc1.call(x)));
            }
            """,
        UsingsAfter + """
            [Parameterize(BaseWidth = 64)]
            public partial class Net : Module<Tensor, Tensor>
            {
                private readonly Linear fc1;
                private readonly Linear fc2;

                public Net(long inputs, [Width] long size) : base("Net")
                {
                    fc1 = Linear(inputs, size);
                    fc2 = Linear(size, 1);
                    InitializeParameters();
                }

                public override Tensor forward(Tensor x) => Fc2(functional.relu(Fc1(x)));
            }
            """);

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

    private static string Looped(string loop, string head, string size, string last) => $$"""
        {{head}} : Module<Tensor, Tensor>
        {
            private readonly ModuleList<Linear> mixes = new();

            public Net({{size}}, int layers) : base("Net")
            {
                for (var i = 0; i < layers; i++)
                    mixes.Add(Linear(size, size));
                {{last}};
            }

            public override Tensor forward(Tensor x)
            {
                {{loop}}
                return x;
            }
        }
        """;

    private static string Net(string build, string forward) => $$"""
        public class Net : Module<Tensor, Tensor>
        {
            private readonly Linear fc;

            public Net(long width) : base("Net")
            {
                {{build}}
            }

            public override Tensor forward(Tensor x) => {{forward}};
        }
        """.Replace("public class Net", "public class $$Net", StringComparison.Ordinal);

    private static string Annotated(string build, string forward) => Net(build, forward)
        .Replace("public class $$Net", "[Parameterize(BaseWidth = 64)]\npublic partial class Net", StringComparison.Ordinal)
        .Replace("(long width)", "([Width] long width)", StringComparison.Ordinal);

    private static Task Verify(string before, string after) => Verify([before], [after]);

    private static async Task Verify(string[] before, string[] after)
    {
        var refactored = await Refactored.Of(before);
        Assert.NotNull(refactored);
        Assert.Equal(string.Join("\n---\n", after), string.Join("\n---\n", refactored.Texts));
        Assert.Empty(refactored.Warnings);
    }
}
