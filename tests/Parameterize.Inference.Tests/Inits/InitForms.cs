namespace Parameterize.Inference.Tests.Inits;

/// <summary>Ways in which people initialise a network themselves: what stands in the constructor, and what beside it.</summary>
internal static class InitForms
{
    /// <summary>Those that are followed, without a word.</summary>
    public static IReadOnlyDictionary<string, (string Build, string Members)> Followed { get; } = new Dictionary<string, (string, string)>
    {
        ["named layers"] = (
            """
            init.normal_(embed.weight, 0, 0.02); init.normal_(mix.weight, 0.0, std: 0.02); init.zeros_(mix.bias); init.trunc_normal_(head.weight, std: 0.02);
            """, ""),
        ["uniform"] =
            ("init.uniform_(embed.weight, -0.1, 0.1); init.uniform_(mix.weight, -0.1, 0.1); init.uniform_(head.weight, -0.1, 0.1);", ""),
        ["in place"] = (
            """
            using (no_grad()) { embed.weight!.normal_(0, 0.02); mix.weight!.normal_(0, 0.02); mix.bias!.zero_(); head.weight!.normal_().mul_(0.02); }
            """, ""),
        ["kaiming"] = (
            """
            init.kaiming_uniform_(embed.weight, Math.Sqrt(5)); init.kaiming_normal_(mix.weight, nonlinearity: init.NonlinearityType.ReLU); init.kaiming_uniform_(head.weight);
            """, ""),
        ["kaiming of the fan-out"] =
            ("init.kaiming_normal_(mix.weight, mode: init.FanInOut.FanOut); init.kaiming_normal_(embed.weight, mode: "
                + "init.FanInOut.FanOut);", ""),
        ["xavier of a square"] = ("init.xavier_uniform_(mix.weight); init.orthogonal_(more.weight);", ""),
        ["xavier with one side that grows"] =
            ("init.xavier_uniform_(embed.weight); init.xavier_normal_(head.weight, 1.4); init.glorot_normal_(mix.weight);", ""),
        ["orthogonal with one side that grows"] = ("init.orthogonal_(embed.weight); init.orthogonal_(head.weight, 0.01);", ""),
        ["xavier for every layer"] =
            ("RegisterComponents(); apply(m => { if (m is Linear l) { init.xavier_uniform_(l.weight); if (l.bias is not null) "
                + "init.zeros_(l.bias); } });", ""),
        ["a power of the width"] = (
            "var std = Math.Pow(width, -0.5); init.normal_(mix.weight, 0, std); init.normal_(embed.weight, std: std); "
                + "init.normal_(head.weight, std: 2 * std);", ""),
        ["a root"] = (
            "var b = 1 / Math.Sqrt(mix.weight!.size(1)); init.uniform_(mix.weight, -b, b); init.uniform_(mix.bias, -b, b); "
                + "init.normal_(head.weight, 0, 1.0 / width);", ""),
        ["a finite formula"] = ("init.normal_(mix.weight, 0, 0.02 / Math.Sqrt(2 * 4));", ""),
        ["apply a method"] = ("RegisterComponents(); apply(Init);", Method),
        ["apply a static method"] = ("RegisterComponents(); apply(Init);",
            Method.Replace("private void", "private static void", StringComparison.Ordinal)),
        ["apply a lambda by name"] = (
            """
            RegisterComponents();
            apply(m =>
            {
                if (m.GetName().Contains("Linear")) { init.normal_(((Linear)m).weight, 0, 0.02); }
                else if (m.GetName().IndexOf("Norm") != -1) { init.constant_(((LayerNorm)m).weight, 0.9); init.constant_(((LayerNorm)m).bias, 0); }
            });
            """, ""),
        ["apply by the class"] =
            ("RegisterComponents();\napply(m => { if (m.GetType().Name == \"Linear\") init.normal_(((Linear)m).weight, 0, 0.02); });", ""),
        ["apply a switch"] = (
            """
            RegisterComponents();
            apply(m =>
            {
                switch (m)
                {
                    case Linear linear: init.normal_(linear.weight, 0, 0.02); if (linear.bias is not null) init.constant_(linear.bias, 0.01); break;
                    case TorchSharp.Modules.LayerNorm or TorchSharp.Modules.Sequential: break;
                }
            });
            """, ""),
        ["modules"] = (
            """
            RegisterComponents();
            foreach (var m in modules()) { if (m is Linear l) { init.normal_(l.weight, 0, 0.02); if (l.bias is { } b) b.zero_(); } }
            """.Replace("b.zero_()", "init.zeros_(b)", StringComparison.Ordinal), ""),
        ["named modules"] =
            ("RegisterComponents(); foreach (var (name, m) in named_modules()) { if (m is Linear l) init.xavier_normal_(mix.weight); }",
                ""),
        ["parameters"] = (
            """
            RegisterComponents();
            foreach (var (name, p) in named_parameters()) { if (name.EndsWith("bias")) init.zeros_(p); else if (p.dim() > 1) init.normal_(p, 0, 0.02); }
            """, ""),
        ["a helper that makes"] = (
            "foreach (var _ in new[] { 1, 2 }) made.append(Make(width, width));",
            "private static Linear Make(long a, long b) { var l = Linear(a, b); init.normal_(l.weight, 0, 0.02); init.zeros_(l.bias); "
                + "return l; }"),
        ["a method of its own"] = ("InitWeights();",
            "private void InitWeights() { init.normal_(mix.weight, 0, 0.02); Small(head); }\n"
                + "private static void Small(Linear l) => init.normal_(l.weight, std: 1e-3);"),
        ["a choice that is known"] = ("var small = true; if (small) init.normal_(mix.weight, 0, 0.02);", ""),
        ["either way alike"] = ("if (width > 1000) init.normal_(mix.weight, 0, 0.02); else init.uniform_(mix.weight, -0.03, 0.03);", ""),
        ["a parameter"] = ("free = Parameter(randn(width, width) * 0.02);", ""),
        ["a parameter by a root"] = ("free = Parameter(randn(width, width) / Math.Sqrt(width));", ""),
        ["a parameter in place"] = ("free = Parameter(empty(width, width)); init.kaiming_uniform_(free, Math.Sqrt(5));", ""),
        ["another weight"] = (
            """
            mix.weight = Parameter(randn(width, width) * 0.02); head.weight = new Parameter(randn(10, width) / Math.Sqrt(width));
            embed.weight = Parameter(empty(width, 32)); init.normal_(embed.weight, 0, 0.02);
            """, ""),
        ["a list that is registered"] = ("RegisterComponents(); list.apply(m => { if (m is Linear l) init.normal_(l.weight, 0, 0.02); });",
            ""),
        ["a loop over a list"] = (
            Some
                + "for (var i = 0; i < depth; i++) made.Add(Linear(width, width));\n"
                + "foreach (var l in made) { init.normal_(l.weight, 0, 0.02 / Math.Sqrt(2 * depth)); init.zeros_(l.bias); }", ""),
        ["a loop over an array"] = (
            Some
                + "for (var i = 0; i < depth; i++) several[i] = Linear(width, width);\n"
                + "foreach (var l in several) init.normal_(l.weight, 0, 0.02);",
            "private readonly Linear[] several = new Linear[int.Parse(\"3\")];"),
        ["a loop by index"] = (
            Some
                + "for (var i = 0; i < depth; i++) made.Add(Linear(width, width));\n"
                + "for (var i = 0; i < made.Count; i++) { init.normal_(made[i].weight, 0, 0.02 / (i + 1)); Small(made[i]); }",
            "private static void Small(Linear l) => init.zeros_(l.bias);"),
        ["a loop of the same length"] = (
            Some
                + "for (var i = 0; i < depth; i++) { var l = Linear(width, width); made.Add(l); }\n"
                + "for (int i = 0; i < depth; ++i) init.normal_(made[i].weight, 0, 0.02);", ""),
        ["a loop over a list with another first"] = (
            Some
                + "for (var i = 0; i < depth; i++) made.Add(Linear(i == 0 ? 32 : width, width, hasBias: i > 0));\n"
                + "foreach (var l in made) { init.normal_(l.weight, 0, 0.02); if (l.bias is not null) init.zeros_(l.bias); }", ""),
        ["a loop over a list made at once"] = (
            Some
                + "many = new ModuleList<Linear>(Enumerable.Range(0, depth).Select(_ => Linear(width, width)).ToArray());\n"
                + "foreach (var l in many) init.normal_(l.weight, 0, 0.02);",
            "private readonly ModuleList<Linear> many;"),
        ["a loop over several and a list"] = (
            Some
                + "for (var i = 0; i < depth; i++) made.Add(Linear(width, width));\n"
                + "foreach (var l in new[] { embed, mix, head }.Concat(made)) init.normal_(l.weight, 0, 0.02);", ""),
        ["ForEach"] = (
            Some + "for (var i = 0; i < depth; i++) many.Add(Linear(width, width));\nmany.ForEach(l => init.normal_(l.weight, 0, 0.02));",
                "private readonly List<Linear> many = new();"),
        ["an optional layer"] = (
            Some
                + "if (depth > 2) skip = Linear(width, width);\n"
                + "if (skip is not null) { init.normal_(skip.weight, 0, 0.02); init.zeros_(skip.bias); }",
                    "private readonly Linear? skip;"),
        ["an optional layer by a question mark"] = (
            Some
                + "if (depth > 2) skip = Linear(width, width);\nusing (no_grad()) skip?.weight?.normal_(0, 0.02);\n"
                + "if (skip?.bias is { } b) init.zeros_(b);", "private readonly Linear? skip;"),
        ["an optional layer by its switch"] = (
            "if (isDeep) skip = Linear(width, width);\nif (isDeep) init.normal_(skip!.weight, 0, 0.02);\n"
                + "other = isDeep ? null : Linear(width, width);\nif (!isDeep) init.normal_(other!.weight, 0, 0.02);",
            "private readonly Linear? skip, other;"),
        ["modules of a type"] = ("RegisterComponents(); foreach (var l in modules().OfType<Linear>()) init.normal_(l.weight, 0, 0.02);",
            ""),
        ["named modules of a type"] = (
            "RegisterComponents(); foreach (var (name, m) in named_modules()) if (m is Linear { weight: { } w }) init.normal_(w, 0, name "
                + "== \"head\" ? 0.01 : 0.02);", ""),
        ["apply by as"] =
            ("RegisterComponents(); apply(m => { var l = m as Linear; if (l == null) return; init.normal_(l.weight, 0, 0.02); });", ""),
        ["apply a switch expression"] = (
            "RegisterComponents(); apply(m => _ = m switch { Linear l => init.normal_(l.weight, 0, 0.02), LayerNorm n => "
                + "init.ones_(n.weight), _ => null! });", ""),
        ["a parameter by its name"] =
            ("RegisterComponents(); init.normal_(get_parameter(\"mix.weight\"), 0, 0.02); init.zeros_(get_parameter(\"mix.bias\"));", ""),
        ["a copy of its own likeness"] =
            ("using (no_grad()) { mix.weight!.copy_(torch.randn_like(mix.weight) * 0.02); mix.bias!.copy_(torch.zeros_like(mix.bias)); }",
                ""),
        ["a copy"] = ("using (no_grad()) mix.weight!.copy_(randn(width, width) * 0.02);", ""),
    };

    /// <summary>A number of layers that the compiler does not see.</summary>
    private const string Some = "var depth = int.Parse(\"3\");\n";

    private const string Method = """
        private void Init(nn.Module m)
        {
            if (m is Linear l) { init.normal_(l.weight, 0, 0.02); if (l.bias is not null) init.zeros_(l.bias); }
            else if (m is LayerNorm n) { init.ones_(n.weight); init.zeros_(n.bias); }
        }
        """;
}
