using Parameterize.Samples;
using Parameterize.Samples.WordEmbeddings;

return await SampleCommand.InvokeAsync(Demo.Command, args);
