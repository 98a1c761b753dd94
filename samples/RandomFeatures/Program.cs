using Parameterize.Samples;
using Parameterize.Samples.RandomFeatures;

return await SampleCommand.InvokeAsync(Demo.Command, args);
