-- The questions of a collection in turn, each thread beginning at another: wrk -s wrk.lua URL -- TARGETS
local threads = 0

function setup(thread)
  thread:set("begin", threads * 17)
  threads = threads + 1
end

function init(arguments)
  targets = {}
  for line in io.lines(arguments[1]) do targets[#targets + 1] = line end
  nth = begin
end

function request()
  nth = nth + 1
  return wrk.format("GET", targets[nth % #targets + 1])
end

function done(summary, latency, requests)
  local errors = summary.errors
  io.write(string.format('{"requests":%d,"seconds":%f,"failed":%d,"p99_ms":%f}\n', summary.requests,
    summary.duration / 1e6, errors.connect + errors.read + errors.write + errors.status + errors.timeout,
    latency:percentile(99) / 1e3))
end
