/**
 * Tells others about alerts (推送): which channels there are ({@link
 * city.chengmai.dashboard.notify.ChannelFile}), what each is told and when (pure, {@link
 * city.chengmai.dashboard.notify.NotifyPolicy}), and the round that writes the delivery log and
 * sends.
 */
package city.chengmai.dashboard.notify;
