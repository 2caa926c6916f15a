/** From one matter to one class (一件事→一类事) as data: when matters make a class. */
package city.chengmai.datasets.classfix;
