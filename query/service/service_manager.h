// What systemd is told, by the protocol of sd_notify(3): a datagram to $NOTIFY_SOCKET.
#pragma once

#include <string_view>

namespace palpate {

// "READY=1", "STOPPING=1", … Does nothing when there is nobody to be told.
void tell_service_manager(std::string_view message);

}  // namespace palpate
