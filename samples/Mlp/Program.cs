using Parameterize.Samples;
using Parameterize.Samples.Mlp;

return await SampleCommand.InvokeAsync(Demo.Command, args);
