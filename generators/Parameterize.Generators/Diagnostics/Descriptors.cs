using Microsoft.CodeAnalysis;

namespace Parameterize.Generators.Diagnostics;

/// <summary>
/// What each diagnostic says: what is wrong, where, and what to do. Each has a page of the same name under docs/diagnostics.
/// </summary>
internal static class Descriptors
{
    private const string Category = "Parameterize";
    private const string Pages = "https://github.com/parameterize/parameterize/blob/main/docs/diagnostics/";

    public static readonly DiagnosticDescriptor NotPartial = Error(
        DiagnosticIds.NotPartial,
        "Parameterized class is not partial",
        "'{0}' carries [Parameterize] or contains a class that does, so it must be partial: the generated members go into its other part");

    public static readonly DiagnosticDescriptor NotAModule = Error(
        DiagnosticIds.NotAModule,
        "Parameterized class is not a module",
        "'{0}' carries [Parameterize] but does not derive from torch.nn.Module; derive it from Module<Tensor, Tensor> or take the "
            + "attribute off");

    public static readonly DiagnosticDescriptor RichnessOutOfRange = Error(
        DiagnosticIds.RichnessOutOfRange,
        "Richness outside [0, 1/2]",
        "Richness {0} is outside [0, 0.5]: {1}; 0 is NTK (lazy), 0.5 is muP (rich)");

    public static readonly DiagnosticDescriptor BaseWidthNotPositive = Error(
        DiagnosticIds.BaseWidthNotPositive,
        "Base width is not positive",
        "Base width {0} is not positive; give the width at which the model equals plain TorchSharp and at which its learning rate was "
            + "tuned");

    public static readonly DiagnosticDescriptor BaseWidthMissing = new(
        DiagnosticIds.BaseWidthMissing,
        "Base width is not given",
        "'{0}' names no base width, so 64 is assumed: at that width the model equals plain TorchSharp; set BaseWidth to the width at "
            + "which the learning rate was tuned",
        Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: Pages + DiagnosticIds.BaseWidthMissing + ".md");

    public static readonly DiagnosticDescriptor GammaNotPositive = Error(
        DiagnosticIds.GammaNotPositive,
        "Gamma is out of range",
        "Gamma {0} is not between 1e-30 and 1e30; it is the prefactor in alpha = gamma * n^r, 1 by default");

    public static readonly DiagnosticDescriptor NoWidth = Error(
        DiagnosticIds.NoWidth,
        "No width",
        "No constructor parameter of '{0}' carries [Width], so nothing can scale; mark the parameter that grows, or set Baseline = true");

    public static readonly DiagnosticDescriptor Unclassified = Error(
        DiagnosticIds.Unclassified,
        "Parameter is not classified",
        "How '{0}' scales is neither declared nor can it be read off the constructor ({1}){2}");

    public static readonly DiagnosticDescriptor KindContradictsShape = Error(
        DiagnosticIds.KindContradictsShape,
        "Declared kind contradicts the shape",
        "'{0}' is declared {1}, but {2}: by its shape it is {3}");

    public static readonly DiagnosticDescriptor UnknownModule = Error(
        DiagnosticIds.UnknownModule,
        "Module is not in the catalogue",
        "'{0}' {1}; {2}, or mark it [Unscaled] if it has no width");

    public static readonly DiagnosticDescriptor AmbiguousWidth = Error(
        DiagnosticIds.AmbiguousWidth,
        "How a declared size grows is not clear",
        "'{0}' is declared {1}, which does not say {2}: {3}");

    public static readonly DiagnosticDescriptor NeverInitialized = Error(
        DiagnosticIds.NeverInitialized,
        "InitializeParameters is never called",
        "This constructor of '{0}' does not call InitializeParameters{1}, so nothing is scaled; make it the constructor's last statement");

    public static readonly DiagnosticDescriptor InitializedTwice = Error(
        DiagnosticIds.InitializedTwice,
        "InitializeParameters is called twice",
        "InitializeParameters is called more than once in this constructor of '{0}': the second call throws, since it would scale twice");

    public static readonly DiagnosticDescriptor InitializedTooEarly = Error(
        DiagnosticIds.InitializedTooEarly,
        "Member is assigned after InitializeParameters",
        "'{0}' is assigned or added to after InitializeParameters has run, so what it gets would be neither registered nor scaled; call "
            + "InitializeParameters last");

    public static readonly DiagnosticDescriptor MultiplierBypassed = Warning(
        DiagnosticIds.MultiplierBypassed,
        "Scaled member is used directly",
        "'{0}' is {1}, which leaves its forward multiplier out; {2} instead");

    public static readonly DiagnosticDescriptor PlainOptimizer = Warning(
        DiagnosticIds.PlainOptimizer,
        "Optimizer ignores the layers' rates",
        "{0} gives every tensor of '{1}' the same rate, which undoes the parametrization; use {2}, or ParameterGroups for one of your own");

    public static readonly DiagnosticDescriptor ParameterType = Error(
        DiagnosticIds.ParameterType,
        "Annotated constructor parameter has the wrong type",
        "'{0}' carries [{1}], so it must be of type {2}, not '{3}'");

    public static readonly DiagnosticDescriptor NameTaken = Error(
        DiagnosticIds.NameTaken,
        "A generated member's name is taken",
        "The generated member '{0}' of '{1}' would collide with {2}; rename one of them");

    public static readonly DiagnosticDescriptor InvalidConstant = Error(
        DiagnosticIds.InvalidConstant,
        "Constant is out of its range",
        "{0} = {1} on '{2}' is out of its range: {3}");

    public static readonly DiagnosticDescriptor NestedDisagrees = Error(
        DiagnosticIds.NestedDisagrees,
        "Nested model disagrees",
        "'{0}' holds a '{1}' that does not scale as '{2}' does: {3}; {4}");

    public static readonly DiagnosticDescriptor HeadsWiden = Error(
        DiagnosticIds.HeadsWiden,
        "Heads of a built-in attention widen",
        "The heads of '{0}' widen like {1}, and it divides its logits by the root of their width, so that logits grow in training; let "
            + "the number of heads grow instead, or write the attention out with [HeadWidth] and AttentionScale");

    public static readonly DiagnosticDescriptor ScaleUnused = Warning(
        DiagnosticIds.ScaleUnused,
        "A generated scale is not used",
        "'{0}' does not use its {1}: {2}");

    public static readonly DiagnosticDescriptor LanguageVersion = Error(
        DiagnosticIds.LanguageVersion,
        "C# version is too old",
        "Generated code needs C# 10 or later, and this project uses C# {0}; set <LangVersion>10</LangVersion> or later");

    public static readonly DiagnosticDescriptor DialGivenTwice = Warning(
        DiagnosticIds.DialGivenTwice,
        "The dial is given twice",
        "'{0}' sets {1} in its attribute and again by the constructor parameter '{2}', which wins; take it out of the attribute");

    public static readonly DiagnosticDescriptor SeveralKinds = Error(
        DiagnosticIds.SeveralKinds,
        "Member has several kinds",
        "'{0}' carries {1}; a tensor has one kind, so leave one attribute");

    public static readonly DiagnosticDescriptor FlatSchedule = Warning(
        DiagnosticIds.FlatSchedule,
        "Schedule gives all layers one rate",
        "{0} gives {1}, which undoes the parametrization; {2}");

    public static readonly DiagnosticDescriptor RegisteredTooEarly = Error(
        DiagnosticIds.RegisteredTooEarly,
        "RegisterComponents runs before the layers are there",
        "RegisterComponents runs {0} before the constructor of '{1}' has assigned its layers, and TorchSharp ignores a second call, so "
            + "they would "
            + "not train; take the call out: InitializeParameters makes it");

    public static readonly DiagnosticDescriptor MovedTooLate = Warning(
        DiagnosticIds.MovedTooLate,
        "Model is moved after its optimizer was built",
        "'{0}' is moved after its optimizer was built: '{1}' replaces the parameters, and the optimizer keeps those from before; move "
            + "the model first");

    public static readonly DiagnosticDescriptor SquaredRate = Warning(
        DiagnosticIds.SquaredRate,
        "RAdam squares the layers' rates",
        "TorchSharp's RAdam multiplies by the rate twice, which squares the ratios between the rates of '{0}'; use its NAdam or AdamW");

    public static readonly DiagnosticDescriptor RolesClash = Error(
        DiagnosticIds.RolesClash,
        "Annotated parameters contradict each other",
        "{0}; {1}");

    public static readonly DiagnosticDescriptor DerivedFromModel = Error(
        DiagnosticIds.DerivedFromModel,
        "Class derives from a parameterized one",
        "'{0}' derives from '{1}', whose constructor registers and scales everything before the layers of '{0}' are there, so that they "
            + "would not train; hold a '{1}' in a member instead");

    public static readonly DiagnosticDescriptor OutOfReach = Error(
        DiagnosticIds.OutOfReach,
        "Layer is out of reach",
        "'{0}' holds layers {1}; {2}");

    public static readonly DiagnosticDescriptor LocalToFile = Error(
        DiagnosticIds.LocalToFile,
        "Parameterized class is local to its file",
        "'{0}' is local to its file, or inside of a type that is, so it cannot have a generated part in another one; make it internal");

    public static readonly DiagnosticDescriptor Unreadable = Error(
        DiagnosticIds.Unreadable,
        "Class could not be read",
        "Reading '{0}' failed ({1}, in {2}), so nothing is generated for it: this is a fault of Parameterize, not of the class; "
            + "build its layers more simply, and report the fault with the class's source");

    public static readonly DiagnosticDescriptor TiedByHand = Error(
        DiagnosticIds.TiedByHand,
        "Weights are tied by hand",
        "{0}; {1}");

    public static readonly DiagnosticDescriptor InitNotScaled = Warning(
        DiagnosticIds.InitNotScaled,
        "Init of one's own is not scaled",
        "{0} {1}");

    public static readonly DiagnosticDescriptor LogitsOverRoot = Warning(
        DiagnosticIds.LogitsOverRoot,
        "Logits of widening heads are divided by a root",
        "The heads of '{0}' widen like {1}, and {2}, so that logits grow in training; let the number of heads "
            + "grow instead, or give "
            + "the constructor the width of a head as [HeadWidth] and multiply {3}");

    public static readonly DiagnosticDescriptor WrongArguments = Error(
        DiagnosticIds.WrongArguments,
        "InitializeParameters is given what it does not ask for",
        "InitializeParameters of '{0}' asks for {1}, and {2}; write {3}");

    public static readonly DiagnosticDescriptor UnstableExponents = Error(
        DiagnosticIds.UnstableExponents,
        "Exponents make training unstable",
        "These exponents are unstable under {0} optimizers: {1}; {2}");

    public static readonly DiagnosticDescriptor UnfaithfulInit = Error(
        DiagnosticIds.UnfaithfulInit,
        "Exponents lose the signal at init",
        "These exponents are not faithful at init under {0} optimizers: {1}; {2}");

    public static readonly DiagnosticDescriptor TrivialExponents = Warning(
        DiagnosticIds.TrivialExponents,
        "Exponents make training trivial",
        "With these exponents the output does not learn in wide networks under {0} optimizers: {1}; {2}");

    public static readonly DiagnosticDescriptor UselessUpdate = Info(
        DiagnosticIds.UselessUpdate,
        "Exponents make a layer's update useless",
        "With these exponents an update is useless in wide networks under {0} optimizers: {1}; {2}");

    public static readonly DiagnosticDescriptor NotMaximal = Info(
        DiagnosticIds.NotMaximal,
        "Exponents leave a layer's update small",
        "These exponents are not maximal under {0} optimizers: {1}; {2}");

    public static readonly DiagnosticDescriptor PlainClipping = Warning(
        DiagnosticIds.PlainClipping,
        "Gradients are clipped by their plain norm",
        "{0} by the plain norm of the gradients of '{1}', which depends on width and gauge: under {2} one number clips more at some "
            + "widths and less at others; "
            + "use the generated ClipGradNorm of the model");

    public static readonly DiagnosticDescriptor DotUnscaled = Warning(
        DiagnosticIds.DotUnscaled,
        "Product of widening vectors is not scaled",
        "The result of '{0}' is a product of two vectors that widen like {1}, which grows in training as they widen; {2}multiply it by "
            + "DotScale in place of one "
            + "over the root of the width, or by BareDotScale where there is none");

    public static readonly DiagnosticDescriptor CoupledDecay = Warning(
        DiagnosticIds.CoupledDecay,
        "Decay outgrows the gradient that it joins",
        "{0} adds its decay to the gradient and normalises the sum, and by this decay the groups of '{1}' learn less the wider they are; "
            + "multiply it by the group's CoupledDecay, or use AdamW, whose decay is by WeightDecay and apart from the gradient");

    public static readonly DiagnosticDescriptor TiedAndLazy = Error(
        DiagnosticIds.TiedAndLazy,
        "Tied readout below r = 1/2",
        "'{0}' shares the weight of '{1}', and at richness {2} a token's own logit grows like n^{3} where what is read carries the "
            + "embedding, as a residual "
            + "stream does; set Richness = 0.5, give the readout a weight of its own, or, if it does not see the embedding, say "
            + "SeesEmbedding = false");

    public static readonly DiagnosticDescriptor TiedToWideDraw = Info(
        DiagnosticIds.TiedToWideDraw,
        "Tied embedding keeps its wide draw",
        "'{0}' is drawn from N(0, 1), as TorchSharp draws embeddings, which as the weight of '{1}' makes logits of the size of the root "
            + "of the width; "
            + "give it a small std at base widths, as [Input(InitStd = 0.02)]");

    public static readonly DiagnosticDescriptor FactorGrows = Warning(
        DiagnosticIds.FactorGrows,
        "Layer's output is multiplied by a number that grows",
        "'{0}' multiplies what a layer gives by a number that grows like {1}, so that signals grow with width and the best learning rate "
            + "drifts; "
            + "multiply by what that number is at base widths, which is a constant");

    private static DiagnosticDescriptor Info(string id, string title, string message) =>
        new(id, title, message, Category, DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: Pages + id + ".md");

    private static DiagnosticDescriptor Error(string id, string title, string message) =>
        new(id, title, message, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Pages + id + ".md");

    private static DiagnosticDescriptor Warning(string id, string title, string message) =>
        new(id, title, message, Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Pages + id + ".md");
}
