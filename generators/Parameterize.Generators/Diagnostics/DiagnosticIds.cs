namespace Parameterize.Generators.Diagnostics;

/// <summary>The ids, by what they say.</summary>
internal static class DiagnosticIds
{
    public const string NotPartial = "PMZ0001";
    public const string NotAModule = "PMZ0002";
    public const string RichnessOutOfRange = "PMZ0003";
    public const string BaseWidthNotPositive = "PMZ0004";
    public const string BaseWidthMissing = "PMZ0005";
    public const string GammaNotPositive = "PMZ0006";
    public const string NoWidth = "PMZ0007";
    public const string Unclassified = "PMZ0008";
    public const string KindContradictsShape = "PMZ0009";
    public const string UnknownModule = "PMZ0010";
    public const string AmbiguousWidth = "PMZ0011";
    public const string NeverInitialized = "PMZ0012";
    public const string InitializedTwice = "PMZ0013";
    public const string InitializedTooEarly = "PMZ0014";
    public const string MultiplierBypassed = "PMZ0015";
    public const string PlainOptimizer = "PMZ0016";
    public const string ParameterType = "PMZ0017";
    public const string NameTaken = "PMZ0018";
    public const string InvalidConstant = "PMZ0019";
    public const string LanguageVersion = "PMZ0020";
    public const string DialGivenTwice = "PMZ0021";
    public const string SeveralKinds = "PMZ0022";
    public const string FlatSchedule = "PMZ0023";
    public const string RegisteredTooEarly = "PMZ0024";
    public const string MovedTooLate = "PMZ0025";
    public const string SquaredRate = "PMZ0026";
    public const string NestedDisagrees = "PMZ0027";
    public const string HeadsWiden = "PMZ0028";
    public const string ScaleUnused = "PMZ0029";
    public const string RolesClash = "PMZ0030";
    public const string DerivedFromModel = "PMZ0031";
    public const string OutOfReach = "PMZ0032";
    public const string LocalToFile = "PMZ0033";
    public const string Unreadable = "PMZ0034";
    public const string TiedByHand = "PMZ0035";
    public const string InitNotScaled = "PMZ0036";
    public const string LogitsOverRoot = "PMZ0037";
    public const string WrongArguments = "PMZ0038";
    public const string TiedAndLazy = "PMZ0039";
    public const string UnstableExponents = "PMZ0040";
    public const string UnfaithfulInit = "PMZ0041";
    public const string TrivialExponents = "PMZ0042";
    public const string UselessUpdate = "PMZ0043";
    public const string NotMaximal = "PMZ0044";
    public const string PlainClipping = "PMZ0045";
    public const string DotUnscaled = "PMZ0046";
    public const string CoupledDecay = "PMZ0047";
    public const string TiedToWideDraw = "PMZ0049";
    public const string FactorGrows = "PMZ0050";
}
