namespace Parameterize.Generators.Infrastructure;

/// <summary>The metadata names that the generator looks for; a test holds them against the real types.</summary>
internal static class WellKnownNames
{
    public const string ParameterizeAttribute = "Parameterize.ParameterizeAttribute";
    public const string ParameterizeDefaultsAttribute = "Parameterize.ParameterizeDefaultsAttribute";
    public const string InputAttribute = "Parameterize.InputAttribute";
    public const string HiddenAttribute = "Parameterize.HiddenAttribute";
    public const string OutputAttribute = "Parameterize.OutputAttribute";
    public const string UnscaledAttribute = "Parameterize.UnscaledAttribute";
    public const string ExponentsAttribute = "Parameterize.ExponentsAttribute";
    public const string WidthAttribute = "Parameterize.WidthAttribute";
    public const string DotWidthAttribute = "Parameterize.DotWidthAttribute";
    public const string HeadWidthAttribute = "Parameterize.HeadWidthAttribute";
    public const string DepthAttribute = "Parameterize.DepthAttribute";
    public const string RichnessAttribute = "Parameterize.RichnessAttribute";
    public const string GammaAttribute = "Parameterize.GammaAttribute";

    public const string Module = "TorchSharp.torch.nn.Module";
    public const string ModuleInterface = "TorchSharp.torch.nn.IModule";
    public const string Parameter = "TorchSharp.Modules.Parameter";
    public const string Sequential = "TorchSharp.Modules.Sequential";
    public const string ModuleDict = "TorchSharp.Modules.ModuleDict";
    public const string ModuleList = "TorchSharp.Modules.ModuleList";
    public const string ParameterList = "TorchSharp.Modules.ParameterList";
    public const string Tensor = "TorchSharp.torch.Tensor";
    public const string Loss = "TorchSharp.Loss";
    public const string ParameterLessModule = "TorchSharp.Modules.ParameterLessModule";
    public const string OptimizerFactories = "TorchSharp.torch.optim";
    public const string Optimizer = "TorchSharp.torch.optim.Optimizer";
    public const string Utilities = "TorchSharp.torch.nn.utils";
    public const string Schedulers = "TorchSharp.torch.optim.lr_scheduler";
    public const string ComponentNameAttribute = "TorchSharp.Utils.ComponentNameAttribute";
}
