using Parameterize.Samples;
using Parameterize.Samples.Spectra;

return await SampleCommand.InvokeAsync(Demo.Command, args);
