using Parameterize.Samples.Kit;
using Parameterize.Samples.RandomFeatures;

return await SampleCommand.InvokeAsync(Demo.Command, args);
