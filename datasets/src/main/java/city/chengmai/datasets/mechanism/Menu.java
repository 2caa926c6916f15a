package city.chengmai.datasets.mechanism;

/**
 * A service menu (服务菜单): items of a register with the demands for them and the services that gave
 * them, by the id of the item.
 *
 * @param register kind of the items
 * @param demand kind of demand; empty when nobody asks for items
 * @param service kind of service
 */
public record Menu(String register, String demand, String service) {}
