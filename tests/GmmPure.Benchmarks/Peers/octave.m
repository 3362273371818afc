% fitgmdist of Octave's statistics. Arguments: data, answer, N, D, K, full, diagonal or shared.
% Each line read is a number of iterations to run.
1;

warning("off", "all");  % The package shadows functions of the core, and says so.
pkg load statistics
given = argv();
[n, d, k] = deal(str2double(given{3}), str2double(given{4}), str2double(given{5}));
shared = strcmp(given{6}, "shared");
type = {"full", "diagonal"}{1 + strcmp(given{6}, "diagonal")};
file = fopen(given{1});
data = fread(file, [d, n], "double")';
fclose(file);

% A column is what fitgmdist takes as the start of a diagonal; a diagonal that is shared it cannot start from.
unit = eye(d);
if strcmp(type, "diagonal")
  unit = ones(d, 1);
end
if !shared
  unit = repmat(unit, [1, 1, k]);
end
start = struct("mu", data(1:k, :), "Sigma", unit, "ComponentProportion", ones(1, k) / k);
printf("Octave %s (statistics %s)\n", version(), pkg("list", "statistics"){1}.version);
fflush(stdout);

% fgetl would wait for a character after the line.
while !isempty(iterations = fscanf(stdin, "%d", 1))
  options = struct("MaxIter", iterations, "TolFun", 0, "Display", "off");
  before = tic;
  fit = fitgmdist(data, k, "Start", start, "CovarianceType", type, "SharedCovariance", shared, "Options", options);
  seconds = toc(before);
  assert(fit.NumIterations, iterations);
  file = fopen(given{2}, "w");
  fwrite(file, [fit.ComponentProportion(:); fit.mu'(:)], "double");
  fclose(file);
  printf("%.9f\n", seconds);
  fflush(stdout);
end
