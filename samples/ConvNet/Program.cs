using Parameterize.Samples;
using Parameterize.Samples.ConvNet;

return await SampleCommand.InvokeAsync(Demo.Command, args);
