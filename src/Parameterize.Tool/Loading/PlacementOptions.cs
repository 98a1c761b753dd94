using System.CommandLine;

namespace Parameterize.Tool.Loading;

/// <summary>Where an experiment's models train, and in which element type. Read by the user's own version of the library.</summary>
internal sealed class PlacementOptions
{
    private readonly Option<string?> _device = new("--device")
    {
        Description = "Where models train: cpu, cuda, cuda:1 or mps; left out, where they are built.",
    };

    private readonly Option<string?> _dtype = new("--dtype")
    {
        Description = "In which element type: bfloat16, float32 or float64; left out, as they are built.",
    };

    public void AddTo(Command command)
    {
        command.Add(_device);
        command.Add(_dtype);
    }

    /// <summary>Whether trials share one device, so that several at once are not to be expected to take less time.</summary>
    public bool IsAccelerated(ParseResult parsed) => parsed.GetValue(_device) is not (null or "cpu");

    /// <summary>What was asked for, as arguments of another command.</summary>
    public IEnumerable<string> Arguments(ParseResult parsed) => new[] { _device, _dtype }
        .SelectMany(option => parsed.GetValue(option) is { } value ? new[] { option.Name, value } : []);

    /// <summary>Says to an experiment what was asked for, if anything was.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="experiment">The experiment.</param>
    /// <param name="runs">Whether anything will run, so that the machine has to have the device.</param>
    /// <exception cref="UserException">The machine, TorchSharp or the experiment does not have that.</exception>
    public void Place(ParseResult parsed, UserExperiment experiment, bool runs)
    {
        var (device, dtype) = (parsed.GetValue(_device), parsed.GetValue(_dtype));
        if (device is not null || dtype is not null)
        {
            experiment.Place(device, dtype, runs);
        }
    }
}
