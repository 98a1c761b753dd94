using System.Reflection;
using Parameterize.Tool.Tests.Kit;

namespace Parameterize.Tool.Tests;

/// <summary>A plain project outside of this repository, annotated by one command.</summary>
public sealed class AnnotateTests : IDisposable
{
    private const string Plain = """
        using TorchSharp.Modules;
        using static TorchSharp.torch;
        using static TorchSharp.torch.nn;

        namespace Small;

        /// <summary>Kept.</summary>
        public class Net : Module<Tensor, Tensor>
        {
            private readonly Linear fc1;
            private readonly Linear fc2; // é

            public Net(long inputs, long hidden = 32) : base("Net")
            {
                fc1 = Linear(inputs, hidden);
                fc2 = Linear(hidden, 10);
                RegisterComponents();
            }

            public override Tensor forward(Tensor x) => fc2.call(functional.relu(fc1.call(x)));
        }

        """;

    private const string Fixed = """
        using TorchSharp.Modules;
        using static TorchSharp.torch;
        using static TorchSharp.torch.nn;

        namespace Small;

        public class Fixed : Module<Tensor, Tensor>
        {
            private readonly Linear fc = Linear(8, 8);

            public Fixed() : base("Fixed") => RegisterComponents();

            public override Tensor forward(Tensor x) => fc.call(x);
        }

        """;

    private const string Large = """
        using TorchSharp.Modules;
        using static TorchSharp.torch;
        using static TorchSharp.torch.nn;

        namespace Small;

        public class Large : Module<Tensor, Tensor>
        {
            private readonly Linear fc1;
            private readonly Linear fc2;
            private readonly Linear fc3;

            public Large(long dim = 4096, long hidden = 11264) : base("Large")
            {
                fc1 = Linear(8, dim);
                fc2 = Linear(dim, hidden);
                fc3 = Linear(hidden, 10);
                RegisterComponents();
            }

            public override Tensor forward(Tensor x) => fc3.call(fc2.call(fc1.call(x)));
        }

        """;

    private const string Outer = """
        using TorchSharp.Modules;
        using static TorchSharp.torch;
        using static TorchSharp.torch.nn;

        namespace Small;

        public class Outer : Module<Tensor, Tensor>
        {
            private readonly Block block = new(8);

            public Outer() : base("Outer") => RegisterComponents();

            public override Tensor forward(Tensor x) => block.call(x);
        }

        public class Block : Module<Tensor, Tensor>
        {
            private readonly Linear fc1;
            private readonly Linear fc2;

            public Block(long width) : base("Block")
            {
                fc1 = Linear(8, width);
                fc2 = Linear(width, 8);
                RegisterComponents();
            }

            public override Tensor forward(Tensor x) => fc2.call(fc1.call(x));
        }

        """;

    private const string Training = """
        using System;
        using static TorchSharp.torch;

        namespace Small;

        public static class Training
        {
            public static void Main()
            {
                var model = new Net(8);
                using var optimizer = optim.AdamW(model.parameters(), 1e-3);
                Console.WriteLine(optimizer.ParamGroups);
            }
        }

        """;

    private static readonly string[] Annotated =
    [
        "using Parameterize;", "[Parameterize(BaseWidth = 32)]", "public partial class Net : Module<Tensor, Tensor>",
        "public Net(long inputs, [Width] long hidden = 32) : base(\"Net\")", "        InitializeParameters();",
        "=> Fc2(functional.relu(Fc1(x)));",
    ];

    private readonly TemporaryFolder _folder = new();

    private static string Generator =>
        typeof(AnnotateTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(one => one.Key == "Generator").Value!;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_dry_run_prints_the_change_and_the_table_and_writes_nothing()
    {
        Project();
        var file = _folder.Write("Net.cs", Plain);
        var run = (await ToolRun.Of("annotate", _folder.Path, "--dry-run")).Expect(0);
        Assert.Equal(Plain, File.ReadAllText(file));
        Assert.StartsWith("--- a/Net.cs\n+++ b/Net.cs\n@@ ", run.Output, StringComparison.Ordinal);
        Assert.All(
            Annotated,
            line => Assert.Contains(run.Output.Split('\n'), text => text.StartsWith('+') && text.Contains(line, StringComparison.Ordinal)));
        Assert.Contains("\nNet: r = 1/2, gauge NeuralTangent\ntensor", run.Output, StringComparison.Ordinal);
        Assert.Contains("\nfc2.weight  Output  n  1  ", run.Output, StringComparison.Ordinal);
        Assert.Equal("", run.Error);
    }

    [Fact]
    public async Task Files_keep_their_mark_and_line_ends_and_a_second_run_changes_nothing()
    {
        Project();
        var file = _folder.File("Net.cs");
        await File.WriteAllTextAsync(
            file, Plain.ReplaceLineEndings("\r\n"), new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        var training = _folder.Write("Training.cs", Training);
        var run = (await ToolRun.Of("annotate", _folder.Path)).Expect(0);
        Assert.StartsWith("Annotated: Net.cs\nAnnotated: Training.cs\n", run.Output, StringComparison.Ordinal);

        var bytes = await File.ReadAllBytesAsync(file);
        var text = await File.ReadAllTextAsync(file);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Equal(text.Count(character => character == '\n'), text.Split("\r\n").Length - 1);
        Assert.All(Annotated, line => Assert.Contains(line, text, StringComparison.Ordinal));
        Assert.Contains("// é", text, StringComparison.Ordinal);
        Assert.Equal(
            Training.Replace("optim.AdamW(model.parameters(), 1e-3)", "model.AdamW(1e-3)", StringComparison.Ordinal),
            await File.ReadAllTextAsync(training));
        Assert.Equal(
            ["Net.cs", "Net.csproj", "Training.cs"],
            Directory.GetFiles(_folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));

        var again = (await ToolRun.Of("annotate", _folder.Path)).Expect(0);
        Assert.Equal("Net.csproj has no plain module with tensors.\n", again.Output);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(file));
        Assert.Contains("fc2.weight", (await ToolRun.Of("inspect", _folder.Path)).Expect(0).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_class_is_annotated_alone()
    {
        Project();
        var file = _folder.Write(
            "Net.cs",
            Plain + Plain[Plain.IndexOf("/// <summary>", StringComparison.Ordinal)..].Replace("Net", "Other", StringComparison.Ordinal));
        (await ToolRun.Of("annotate", _folder.Path, "--class", "Small.Other")).Expect(0);
        var text = await File.ReadAllTextAsync(file);
        Assert.Contains("public class Net ", text, StringComparison.Ordinal);
        Assert.Contains("public partial class Other ", text, StringComparison.Ordinal);
        Assert.Equal("'Other' is annotated.\n", (await ToolRun.Of("annotate", _folder.Path, "--class", "Other")).Expect(0).Output);
    }

    [Fact]
    public async Task A_base_of_ones_own_divides_all_defaults_alike()
    {
        Project();
        var file = _folder.Write("Net.cs", Large);
        var run = (await ToolRun.Of("annotate", _folder.Path, "--base", "256")).Expect(0);
        var text = await File.ReadAllTextAsync(file);
        Assert.Contains("[Parameterize(BaseWidth = 256)]", text, StringComparison.Ordinal);
        Assert.Contains("public Large([Width] long dim = 4096, [Width(Base = 704)] long hidden = 11264)", text, StringComparison.Ordinal);
        Assert.Contains("fc1.weight", run.Output, StringComparison.Ordinal);
        await File.WriteAllTextAsync(file, Large);
        Assert.Contains(
            "'hidden' is 11264 where the first width is 4096, and would be no whole number at base width 6: choose another --base, or "
                + "give it a Base of its own",
            (await ToolRun.Of("annotate", _folder.Path, "--base", "6", "--dry-run")).Expect(1).Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_block_stays_plain_where_the_model_around_it_does()
    {
        Project();
        var file = _folder.Write("Fixed.cs", Outer);
        Assert.EndsWith(
            "'Block' is left as it is, since 'Outer', which builds it, has no width\n",
            (await ToolRun.Of("annotate", _folder.Path)).Expect(1).Output, StringComparison.Ordinal);
        Assert.Equal(Outer, await File.ReadAllTextAsync(file));
    }

    [Fact]
    public async Task What_it_cannot_decide_is_named_with_its_place_and_is_exit_code_one()
    {
        Project();
        var file = _folder.Write("Fixed.cs", Fixed);
        var run = (await ToolRun.Of("annotate", _folder.Path)).Expect(1);
        Assert.Equal(
            "\nFor you to decide:\n- Fixed.cs:7: 'Fixed' has no width: no parameter of its constructor sizes a layer. Make the sizes "
                + "inside depend on a constructor "
                + "parameter, and mark that [Width]\n",
            run.Output);
        Assert.Equal(Fixed, await File.ReadAllTextAsync(file));
    }

    [Fact]
    public async Task What_cannot_be_used_is_exit_code_two_with_a_reason()
    {
        Project();
        _folder.Write("Net.cs", Plain);
        (string[] Arguments, string Reason)[] cases =
        [
            (["annotate", "nowhere.csproj"], "'nowhere.csproj' does not exist"),
            (["annotate", ToolRun.Sample], "is not a .csproj"),
            (["annotate", _folder.Path, "--base", "0"],
                "--base is the width at which the learning rate is tuned: a whole number from 1 on."),
            (["annotate", _folder.Path, "--class", "Nobody"], "has no plain TorchSharp module 'Nobody' with tensors; it has Net."),
        ];
        foreach (var (arguments, reason) in cases)
            Assert.Contains(reason, (await ToolRun.Of(arguments)).Expect(2).Error, StringComparison.Ordinal);
        Project(package: "");
        Assert.Contains(
            "does not reference the package Parameterize: `dotnet add ", (await ToolRun.Of("annotate", _folder.Path)).Expect(2).Error,
            StringComparison.Ordinal);
    }

    private void Project(string package = "Parameterize.dll") => _folder.Write("Net.csproj", $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
          </PropertyGroup>
          <ItemGroup>
            {(package.Length == 0 ? "" : $"<Reference Include=\"{ToolRun.Beside(package)}\" />")}
            <Reference Include="{ToolRun.Beside("TorchSharp.dll")}" />
            <Analyzer Include="{Generator}" />
          </ItemGroup>
        </Project>
        """);
}
