// A process has one default generator of libtorch and one number of threads: a sample that runs beside another's test would find that
// somebody draws, or round otherwise.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
