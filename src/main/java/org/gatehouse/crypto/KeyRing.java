package org.gatehouse.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Comparator.comparing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import javax.crypto.SecretKey;

/** The data-protection keys that all nodes share: the newest active one seals, all of them open. */
@ApplicationScoped
public class KeyRing {
  private static final Logger LOG = System.getLogger(KeyRing.class.getName());
  private static final String FIRST_SLOT = "1";
  private static final int KEY_BITS = 256;

  private final KeyRingStore store;
  private final MasterKey master;
  private final Clock clock;
  private final Once<List<Key>> keys = new Once<>();

  @Inject
  public KeyRing(KeyRingStore store, MasterKey master, Clock clock) {
    this.store = store;
    this.master = master;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway")
  KeyRing() {
    this(null, null, null); // CDI client proxy
  }

  /**
   * A key of the ring.
   *
   * @param activates from when on it may seal, so that every node has read it by then
   * @param expires from when on it no longer seals; it still opens
   */
  public record Key(
      String id, SecretKey secret, Instant created, Instant activates, Optional<Instant> expires) {
    boolean sealsAt(Instant now) {
      return !now.isBefore(activates) && expires.map(now::isBefore).orElse(true);
    }

    @Override
    public String toString() {
      return "Key[" + id + "]";
    }
  }

  /** Reads the ring, and makes it at the very first start of all nodes. Called at the start. */
  public void load() {
    keys();
  }

  /** The key that seals now. */
  public Key current() {
    Instant now = clock.instant();
    return keys().stream()
        .filter(key -> key.sealsAt(now))
        .findFirst()
        .orElseGet(() -> keys().get(0)); // better an old key than no service
  }

  public Optional<Key> byId(String id) {
    return keys().stream().filter(key -> key.id().equals(id)).findFirst();
  }

  private List<Key> keys() {
    return keys.get(this::read);
  }

  private List<Key> read() {
    List<SealedKey> sealed = store.findAll();
    if (sealed.isEmpty()) {
      makeFirst();
      sealed = store.findAll(); // another node may have been first
    }
    if (sealed.isEmpty()) {
      throw new KeyMaterialException(
          "The key ring in " + store.location(FIRST_SLOT) + " was kept but cannot be found again.");
    }
    return sealed.stream().map(this::open).sorted(comparing(Key::activates).reversed()).toList();
  }

  private void makeFirst() {
    try {
      Date now = Date.from(clock.instant());
      OctetSequenceKey key =
          new OctetSequenceKeyGenerator(KEY_BITS)
              .keyIDFromThumbprint(true)
              .issueTime(now)
              .notBeforeTime(now)
              .generate();
      byte[] plain = key.toJSONString().getBytes(UTF_8);
      if (store.create(new SealedKey(FIRST_SLOT, master.seal(Purpose.DATA_KEY, plain)))) {
        LOG.log(Level.INFO, "Made the data-protection key ring, first key {0}", key.getKeyID());
      }
    } catch (JOSEException e) {
      throw new IllegalStateException("no random key", e);
    }
  }

  private Key open(SealedKey sealed) {
    return master
        .open(Purpose.DATA_KEY, sealed.envelope())
        .flatMap(KeyRing::parse)
        .orElseThrow(() -> MasterKey.unreadable("key ring", store.location(sealed.slot())));
  }

  private static Optional<Key> parse(byte[] plain) {
    try {
      OctetSequenceKey key = OctetSequenceKey.parse(new String(plain, UTF_8));
      return Optional.of(
          new Key(
              key.getKeyID(),
              key.toSecretKey("AES"),
              key.getIssueTime().toInstant(),
              key.getNotBeforeTime().toInstant(),
              Optional.ofNullable(key.getExpirationTime()).map(Date::toInstant)));
    } catch (ParseException e) {
      return Optional.empty();
    }
  }
}
