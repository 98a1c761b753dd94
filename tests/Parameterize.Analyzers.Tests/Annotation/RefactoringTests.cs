using static Parameterize.Analyzers.Tests.Annotation.PlainSource;

namespace Parameterize.Analyzers.Tests.Annotation;

/// <summary>"Parameterize this model", as an editor offers it.</summary>
public sealed class RefactoringTests
{
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
