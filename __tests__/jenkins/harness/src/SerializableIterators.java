import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** A category: iterators that can be stored while a loop's body waits. Jenkins has one of its own for this. */
public final class SerializableIterators {
    private SerializableIterators() {}

    public static <T> Iterator<T> iterator(List<T> list) {
        return new ListIterator<>(new ArrayList<>(list));
    }

    public static <T> Iterator<T> iterator(Set<T> set) {
        return new ListIterator<>(new ArrayList<>(set));
    }

    private static final class ListIterator<T> implements Iterator<T>, Serializable {
        private static final long serialVersionUID = 1L;
        private final List<T> items;
        private int next;

        ListIterator(List<T> items) {
            this.items = items;
        }

        @Override
        public boolean hasNext() {
            return next < items.size();
        }

        @Override
        public T next() {
            return items.get(next++);
        }
    }
}
