using Parameterize.Samples;
using Parameterize.Samples.RichnessDial;

return await SampleCommand.InvokeAsync(Demo.Command, args);
