using Parameterize.Samples;
using Parameterize.Samples.Transformer;

return await SampleCommand.InvokeAsync(Demo.Command, args);
