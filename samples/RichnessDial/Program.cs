using Parameterize.Samples.Kit;
using Parameterize.Samples.RichnessDial;

return await SampleCommand.InvokeAsync(Demo.Command, args);
